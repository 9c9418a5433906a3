import { canonicalName } from '../../identifiers/catalogue.ts'
import type { Reading } from '../../identifiers/reading.ts'
import { placeOf } from '../blame.ts'
import type { Rule } from '../rule.ts'
import { hopNumber, list, quote } from '../words.ts'

export const idDuplicated: Rule = {
  id: 'id-duplicated',
  severity: 'warning',
  title: 'One name stands twice in a URL with different values',
  why: 'Some receivers take the first value, some the last, some both: which click is credited is left to chance.',
  fix: 'Send each name once.',
  check: (path) => {
    const told = new Set<string>()
    return path.readings.flatMap((reading, hop) =>
      duplicates(reading, path.readings[hop - 1]).flatMap(([name, values]) => {
        // A later hop that carries the same pair on is not to blame.
        const key = `${canonicalName(name)} ${[...values].sort().join(' ')}`
        if (told.has(key)) return []
        told.add(key)
        return {
          rule: 'id-duplicated',
          severity: 'warning',
          hop,
          identifier: name,
          title: `${name} stands twice in the URL of ${hopNumber(hop)}`,
          detail: `${placeOf(path.hops[hop])} was asked with ${list(values.map(quote))} as ${name}.`,
          fix: `Where the URL of ${placeOf(path.hops[hop])} is built, set ${name} once: replace what is there instead of appending to it.`,
        }
      }),
    )
  },
}

/** Click IDs and sub-IDs whose name stands more than once, with their different values. */
function duplicates(reading: Reading, before: Reading | undefined): [name: string, values: string[]][] {
  const { parameters } = reading
  // What the hop before had already has been told there.
  if (
    before !== undefined &&
    !parameters.some((own, at) => own.entry !== null && own !== before.parameters[at] && !before.has(own))
  )
    return []
  const named = parameters.filter(({ entry, where }) => entry !== null && (where === 'query' || where === 'fragment'))
  if (new Set(named.map(({ canonical }) => canonical)).size === named.length) return []
  const byName = new Map<string, { name: string; values: Set<string> }>()
  for (const { name, canonical, value, entry: known } of named) {
    if (known === null || known.kind === 'campaign-tag' || known.kind === 'other') continue
    const entry = byName.get(canonical) ?? { name, values: new Set<string>() }
    entry.values.add(value)
    byName.set(canonical, entry)
  }
  return [...byName.values()].filter(({ values }) => values.size > 1).map(({ name, values }) => [name, [...values]])
}
