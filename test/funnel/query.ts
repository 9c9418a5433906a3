/** What a hop does to the query it got before it hands it on. Without a word in it, everything is kept byte for byte. */
export type Pass = {
  drop?: readonly string[] | 'all'
  /** Old name → new name, same value. */
  rename?: Readonly<Record<string, string>>
  /** Name → raw value put in its place, or added. */
  set?: Readonly<Record<string, string>>
  /** Name under which the host puts a click ID of its own, over one that came in by that name. */
  issue?: string
}

const nameOf = (pair: string): string => pair.split('=', 1)[0] ?? ''
/** With its `=`, where there is one. */
const restOf = (pair: string): string => pair.slice(nameOf(pair).length)

/**
 * The query that a hop hands on. Works on the raw text, since rewriting the escapes of untouched parameters would be
 * a change of its own.
 * @param raw a query without `?`, or an urlencoded body
 * @param issueClickId called when the hop issues a click ID
 */
export function passOn(raw: string, pass: Pass, issueClickId: () => string): string {
  const { drop = [], rename = {}, set = {}, issue } = pass
  const gone = (name: string) => drop === 'all' || drop.includes(name) || name === issue
  const pairs = raw
    .split('&')
    .filter((pair) => pair !== '' && !gone(nameOf(pair)))
    .map((pair) => (rename[nameOf(pair)] ?? nameOf(pair)) + restOf(pair))
    .map((pair) => (Object.hasOwn(set, nameOf(pair)) ? `${nameOf(pair)}=${set[nameOf(pair)]}` : pair))
  const present = new Set(pairs.map(nameOf))
  const added = Object.entries(set).filter(([name]) => !present.has(name))
  const issued: [string, string][] = issue === undefined ? [] : [[issue, issueClickId()]]
  return [...pairs, ...[...added, ...issued].map(([name, value]) => `${name}=${value}`)].join('&')
}

/** Name and value pairs as a form would hold them. A broken escape stays as it is. */
export const fieldsOf = (raw: string): [name: string, value: string][] =>
  raw
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => [decode(nameOf(pair)), decode(restOf(pair).slice(1))])

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
