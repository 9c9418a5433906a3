import { nestedUrlIn } from '../../identifiers/nested-url.ts'
import { macrosIn, withoutMacros } from '../macros.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { type Problem, warning } from './problem.ts'
import type { Parameter } from './subject.ts'

/** What no query holds as it is (RFC 3986), spaces aside, which have a check of their own; and a % that begins no escape. */
const NOT_ALLOWED = /["<>\\^`|{}\u0080-\u{10FFFF}]|%(?![0-9A-Fa-f]{2})/u
/** An escape that was escaped again. */
const TWICE = /%25[0-9A-Fa-f]{2}/

/** Values that are not encoded, or twice. What looks like a macro is another check's matter. */
export const encoding: Check = {
  modes: EVERYWHERE,
  find: ({ template: { url }, parameters }) =>
    parameters
      .filter(({ inUrl }) => inUrl)
      .flatMap((parameter) => [...twice(url, parameter), ...plain(url, parameter)]),
}

function twice(url: string, { name, rawValue, valueStart, end }: Parameter): Problem[] {
  // In a nested URL the inner escapes are escaped once more, and rightly.
  if (!TWICE.test(rawValue) || nestedUrlIn(once(rawValue)) !== null) return []
  // An escaped macro is told as a macro.
  if (/%25(?:7B|5B|24)/i.test(rawValue)) return []
  const place = { start: valueStart, end }
  return [
    warning(
      'double-encoded',
      `The value of ${name} is encoded twice`,
      'The receiver decodes once, and reads the escapes as text. Encode once.',
      {
        place,
        mend: { label: 'Decode once', url: replaceIn(url, place, rawValue.replace(/%25([0-9A-Fa-f]{2})/g, '%$1')) },
      },
    ),
  ]
}

function plain(url: string, { name, rawValue, valueStart, end }: Parameter): Problem[] {
  const text = withoutMacros(rawValue, '')
  const isPlainUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  if ((!NOT_ALLOWED.test(text) && !isPlainUrl) || looksLikeMacro(text)) return []
  const place = { start: valueStart, end }
  return [
    warning(
      'unencoded-value',
      `The value of ${name} is not encoded`,
      isPlainUrl
        ? 'What stands behind an & in it is read as a parameter of the postback.'
        : 'Each receiver repairs that in its own way, or refuses it.',
      { place, mend: { label: 'Encode it', url: replaceIn(url, place, encodeAround(rawValue)) } },
    ),
  ]
}

const looksLikeMacro = (text: string): boolean => /[{[<][\w .:|-]*[}\]>]|%%\w|%[A-Z_]{3,20}%/i.test(text)

/** Encodes what stands between the macros. */
function encodeAround(rawValue: string): string {
  let encoded = ''
  let at = 0
  for (const { start, end, raw } of macrosIn(rawValue)) {
    encoded += encodePlain(rawValue.slice(at, start)) + raw
    at = end
  }
  return encoded + encodePlain(rawValue.slice(at))
}

const encodePlain = (text: string): string => encodeURIComponent(once(text).toWellFormed())

function once(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
