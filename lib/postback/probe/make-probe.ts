import { lookUp } from '../../identifiers/catalogue.ts'
import { nestedUrlIn } from '../../identifiers/nested-url.ts'
import { macroIn } from '../../identifiers/placeholder.ts'
import { PROBE_MARK } from '../../identifiers/probe-value.ts'
import { plainName } from '../click-id-names.ts'
import { type Field, fieldsIn, queryPlace } from '../fields.ts'
import { nameIn } from '../macro-name.ts'

const MAX_NAME = 14
/** A receiver that counts money takes no text for it. */
const MONEY = /^(?:payout|cost|cpc|cpm|bid|price|amount|sum|revenue)$/i
const MONEY_VALUE = '0.01'

/** Macros in a path or a fragment, in the syntaxes that mean nothing else there. */
const IN_TEXT = /\{\{[^{}/]{1,60}\}\}|\$?\{[\w.:-]{1,60}\}|%7B[\w.-]{1,60}%7D|__[A-Z][A-Z0-9_]{1,40}__/gi

/** A test value in a probe link. */
export interface ProbeValue {
  /** The parameter that holds it; for one in the path or the fragment the macro's own name. */
  name: string
  value: string
  /** What stood there: a macro, the value of an ID, or nothing. */
  replaces: 'macro' | 'id' | 'empty'
  /** It can be told from all others on the way; a price cannot. */
  traced: boolean
}

export interface Probe {
  url: string
  values: ProbeValue[]
}

/**
 * Makes a test link of a tracking link: each macro and each ID becomes a value that can be recognised wherever it turns up,
 * `MYTESTclickidaB3x`. What else is in the link stays byte for byte; a URL inside it is a later hop's, and stays as well.
 *
 * @param salt four letters and digits in mixed case, another for each probe, so that two are never taken for one another and a
 *   change of case shows
 */
export function makeProbe(link: string, salt: string): Probe {
  const url = link.trim()
  const values: ProbeValue[] = []
  const used = new Set<string>()
  const valueFor = (name: string): string => {
    const stem = `${PROBE_MARK}${plainName(name)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, MAX_NAME)}`
    let value = `${stem}${salt}`
    for (let copy = 2; used.has(value); copy++) value = `${stem}${copy}${salt}`
    used.add(value)
    return value
  }
  const probeText = (text: string): string =>
    text.replace(IN_TEXT, (macro) => {
      const name = nameIn(macro)
      const value = valueFor(name)
      values.push({ name, value, replaces: 'macro', traced: true })
      return value
    })
  const { start, end } = queryPlace(url)
  const pathStart = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0
  let probed = url.slice(0, pathStart) + probeText(url.slice(pathStart, start))
  let at = start
  for (const field of fieldsIn(url)) {
    const replaces = whatStands(field)
    if (!replaces) continue
    const money = MONEY.test(field.name)
    const value = money ? MONEY_VALUE : valueFor(field.name)
    values.push({ name: field.name, value, replaces, traced: !money })
    // A name without = gets one, or its value would lengthen the name.
    const joint = url[field.valueStart - 1] === '=' ? '' : '='
    probed += url.slice(at, field.valueStart) + joint + value
    at = field.end
  }
  return { url: probed + url.slice(at, end) + probeText(url.slice(end)), values }
}

function whatStands({ name, value }: Field): ProbeValue['replaces'] | null {
  if (nestedUrlIn(value) !== null) return null
  if (macroIn(value) !== null) return 'macro'
  const known = lookUp(name, value === '' ? 'x' : value)?.kind
  if (known === undefined || known === 'campaign-tag' || known === 'other') return null
  return value === '' ? 'empty' : 'id'
}
