import { isCommonValue } from './common-value.ts'
import { isMixed } from './issued.ts'
import { placeholderIn } from './placeholder.ts'

/** Whether a value looks as if a machine had issued it for one click, rather than a person for a campaign. */
export const isIdLike = (value: string): boolean =>
  isMixed(value) && !isCommonValue(value) && placeholderIn(value) === null
