import { type Field, fieldsIn } from '../../../lib/postback/fields.ts'
import { parameterNamed } from '../../../lib/postback/presets/parameters.ts'
import type { ParameterKind, Preset } from '../../../lib/postback/presets/preset.ts'

/** The ID of the click that a postback with a mistake is fired for. */
export const CLICK_ID = 'Zx81-Qw_7Kp2Lm9'

/** A mistake made in a URL that is right; null where this preset leaves no room for it. */
export interface Mistake {
  url: string
  /** What is to be marked. */
  mark?: string
}
export type Make = (url: string, preset: Preset) => Mistake | null

const field = (url: string, preset: Preset, kind: ParameterKind): Field | undefined =>
  fieldsIn(url).find(({ name }) => parameterNamed(preset, name)?.kind === kind)

export const value =
  (kind: ParameterKind, text: string): Make =>
  (url, preset) => {
    const at = field(url, preset, kind)
    return at ? { url: url.slice(0, at.valueStart) + text + url.slice(at.end), mark: text } : null
  }

const without =
  (kind: ParameterKind): Make =>
  (url, preset) => {
    const at = field(url, preset, kind)
    if (!at) return null
    return { url: url[at.end] === '&' ? url.slice(0, at.start) + url.slice(at.end + 1) : url.slice(0, at.start - 1) }
  }

/** Before the second parameter, in place of its &. */
const beforeSecond =
  (text: string, mark: string): Make =>
  (url) => {
    const second = fieldsIn(url)[1]
    return second ? { url: url.slice(0, second.start - 1) + text + url.slice(second.start), mark } : null
  }

const added =
  (name: string, text: string): Make =>
  (url) => ({ url: `${url}&${name}=${text}`, mark: text })

const requiresClick: (make: Make) => Make = (make) => (url, preset) => {
  const at = field(url, preset, 'click-id')
  return at && parameterNamed(preset, at.name)?.required ? make(url, preset) : null
}

/** In a template and in a callback that was sent: what is wrong, and whether one press mends it. */
export const MISTAKES: readonly [
  what: string,
  id: string,
  make: Make,
  mends: 'mended' | 'told' | 'mended in a template',
][] = [
  ['no scheme', 'not-a-url', (url) => ({ url: url.slice(8), mark: url.slice(8) }), 'mended'],
  ['http', 'http', (url) => ({ url: url.replace('https:', 'http:'), mark: 'http://' }), 'mended'],
  ['a second ?', 'second-question-mark', beforeSecond('?', '?'), 'mended'],
  ['two &', 'extra-ampersand', (url) => ({ url: url.replace('?', '?&'), mark: '&' }), 'mended'],
  ['& for ?', 'no-question-mark', (url) => ({ url: url.replace('?', '&'), mark: '&' }), 'mended'],
  ['a space inside', 'space', beforeSecond('& ', ' '), 'mended'],
  ['a line break', 'space', beforeSecond('&\n', '\n'), 'mended'],
  ['a space behind', 'outer-space', (url) => ({ url: `${url} `, mark: ' ' }), 'mended'],
  ['a value that is not encoded', 'unencoded-value', added('note', 'café'), 'mended'],
  ['a value encoded twice', 'double-encoded', added('note', 'a%2520b'), 'mended'],
  ['no click ID', 'missing-parameter', requiresClick(without('click-id')), 'mended'],
  ['a blank click ID', 'blank-parameter', requiresClick(blank), 'mended'],
  ['a click ID of somebody else', 'other-click', value('click-id', 'HqT5yb0vNcX3eW8r'), 'mended'],
  ['a click ID cut short', 'click-id-damaged', value('click-id', CLICK_ID.slice(0, -2)), 'mended'],
  ['a payout with a comma', 'payout-comma', value('payout', '12,50'), 'mended'],
  ['a payout with a unit', 'payout-with-unit', value('payout', '$12.50'), 'mended'],
  ['a payout in cents', 'payout-in-cents', value('payout', '1250'), 'mended'],
  ['a payout in words', 'payout-no-number', value('payout', 'abc'), 'mended'],
  ['no currency', 'no-currency', requiresNot('currency', 'payout'), 'mended in a template'],
  ['a currency that is none', 'no-currency-code', value('currency', 'US%24'), 'told'],
  ['the same parameter twice', 'duplicate-parameter', twice, 'mended'],
  ['no token', 'auth-missing', without('auth'), 'mended in a template'],
  ['a host a letter away', 'near-host', lookalike('acmeds'), 'mended'],
  ['a host with two letters swapped', 'near-host', lookalike('acmedas'), 'mended'],
]

function blank(url: string, preset: Preset): Mistake | null {
  const at = field(url, preset, 'click-id')
  return at ? { url: url.slice(0, at.valueStart) + url.slice(at.end), mark: `${at.rawName}=` } : null
}

function twice(url: string): Mistake | null {
  const [first] = fieldsIn(url)
  const text = first ? url.slice(first.start, first.end) : ''
  return first ? { url: `${url}&${text}`, mark: text } : null
}

function requiresNot(kind: ParameterKind, beside: ParameterKind): Make {
  return (url, preset) => {
    const at = field(url, preset, kind)
    if (!at || parameterNamed(preset, at.name)?.required || !field(url, preset, beside)) return null
    return without(kind)(url, preset)
  }
}

function lookalike(site: string): Make {
  return (url) =>
    url.includes('trk.acmeads.com') ? { url: url.replace('acmeads', site), mark: `trk.${site}.com` } : null
}

/** Of the macro alone: nothing of ours stands in a callback that was sent. */
export const MACRO_MISTAKES: readonly [string, string, string][] = [
  ['square brackets', 'foreign-macro', '[clickid]'],
  ['double braces', 'foreign-macro', '{{clickid}}'],
  ['encoded braces', 'foreign-macro', '%7Bclickid%7D'],
  ['hashes', 'foreign-macro', '#clickid#'],
  ['percent signs', 'foreign-macro', '%clickid%'],
  ['angle brackets', 'foreign-macro', '<clickid>'],
  ['one bracket', 'half-macro', '{clickid'],
  ['letters swapped', 'misspelt-macro', '{clikcid}'],
]
