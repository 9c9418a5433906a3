import type { ClickPath } from '../../model/click-path.ts'
import type { BodyRow } from '../../model/endpoint.ts'
import type { Identifier } from '../../model/identifier.ts'
import { decoded, type Field, fieldsIn } from '../fields.ts'
import { encodeValue, type FilledPostback, type Filling, fillText } from '../fill.ts'
import type { MacroTokens } from '../macro-tokens/macro-tokens.ts'
import type { Preset } from '../presets/preset.ts'

/**
 * What is checked. `template`: one of ours, whose macros are filled from the click. `live`: a callback that somebody sent,
 * where no macro may be left. `paste`: a URL for a platform that fills its own macros.
 */
export type Mode = 'template' | 'live' | 'paste'

export interface CheckInput {
  mode: Mode
  template: Filling & { url: string }
  filled: FilledPostback
  identifiers: readonly Identifier[]
  /** Parameters that go in the body. */
  body?: readonly BodyRow[] | undefined
  /** Whose postback it is. */
  preset?: Preset | undefined
  /** Who fills the macros, in mode `paste`. */
  sender?: MacroTokens | undefined
  /** The path whose click is reported. */
  path?: Pick<ClickPath, 'hops' | 'startedAt'> | undefined
  /** Days for which the receiver takes conversions of a click. */
  lifespanDays?: number | undefined
  /** Milliseconds since the epoch. */
  now?: number | undefined
}

export interface Parameter extends Field {
  /** Its value when it is sent, decoded; null while a macro in it is unfilled. */
  sent: string | null
  /** It stands in the URL; otherwise in the body, and its offsets are 0. */
  inUrl: boolean
}

/** What the checks look at. */
export interface Subject extends CheckInput {
  /** Of the URL's query, in order, as many as are looked at, then of the body. */
  parameters: readonly Parameter[]
}

/** No postback has more; each costs a look at each identifier, and a copy of the URL for its mend. */
const MOST_PARAMETERS = 300

/** Reads what is to be checked once, for all checks. */
export function subjectOf(input: CheckInput): Subject {
  const { template, identifiers, mode, body = [] } = input
  const sent = (text: string, encode: (value: string) => string): string | null => {
    if (mode !== 'template') return text
    const { text: filled, macros } = fillText(text, template, identifiers, encode)
    return macros.some(({ value }) => value === null) ? null : filled
  }
  // A space behind the URL is not sent: it is no part of the last value.
  const fields = fieldsIn(template.url.trimEnd()).slice(0, MOST_PARAMETERS)
  const inUrl = fields.map((field): Parameter => {
    const raw = sent(field.rawValue, encodeValue)
    return { ...field, sent: raw === null ? null : decoded(raw), inUrl: true }
  })
  const inBody = body.map(({ name, value }): Parameter => {
    const nowhere = { start: 0, end: 0, valueStart: 0 }
    return { name, value, rawName: name, rawValue: value, ...nowhere, sent: sent(value, String), inUrl: false }
  })
  return { ...input, parameters: [...inUrl, ...inBody] }
}
