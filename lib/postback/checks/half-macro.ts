import { nearestToken } from '../macro-tokens/macro-tokens.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error, type Problem } from './problem.ts'
import type { Parameter, Subject } from './subject.ts'

/** A name with brackets on one side more than on the other: `{clickid`, `clickid}`, `{{ad.id}`; also percent-encoded. */
const HALF = /^((?:\{|%7B){0,2})([A-Za-z_][\w.:-]{0,60}?)((?:\}|%7D){0,2})$/i

/** A macro that lacks a bracket: nobody replaces it. */
export const halfMacro: Check = {
  modes: EVERYWHERE,
  find: (subject) => subject.parameters.flatMap((parameter) => half(parameter, subject)),
}

function half({ rawValue, inUrl, valueStart, end }: Parameter, { mode, sender, template }: Subject): Problem[] {
  const [, open = '', name = '', close = ''] = HALF.exec(rawValue) ?? []
  if (name === '' || count(open) === count(close)) return []
  const whole = mode === 'paste' && sender ? nearestToken(sender, `{${name}}`)?.token : `{${name}}`
  const place = { start: valueStart, end }
  return [
    error(
      'half-macro',
      `${rawValue} lacks a bracket`,
      mode === 'live' ? 'Its sender did not replace it: one who spells it whole does.' : 'It is sent as it stands.',
      {
        macro: rawValue,
        ...(inUrl && {
          place,
          ...(mode !== 'live' &&
            whole !== undefined && { mend: { label: `Write ${whole}`, url: replaceIn(template.url, place, whole) } }),
        }),
      },
    ),
  ]
}

const count = (brackets: string): number => brackets.replace(/%7[BD]/gi, '{').length
