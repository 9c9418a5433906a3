import { identifierForMacro } from '../choose-identifier.ts'
import { encodeValue } from '../fill.ts'
import { macrosIn } from '../macros.ts'
import { templateValue } from '../presets/parameters.ts'
import type { Subject } from './subject.ts'

/** The macro that belongs in a parameter which asks for the click ID: what the receiver's own template has there. */
export const clickMacro = (parameter: string, { preset }: Subject): string =>
  (preset && templateValue(preset, parameter)) || '{clickid}'

/** This click in such a parameter: the macro in a template, the ID itself in a callback that was sent; undefined where it has none. */
export function thisClick(parameter: string, subject: Subject): string | undefined {
  const text = clickMacro(parameter, subject)
  const [macro] = macrosIn(text)
  const identifier = macro && identifierForMacro(macro.name, subject.identifiers)
  return identifier && (subject.mode === 'live' ? encodeValue(identifier.value) : text)
}
