import { isClickIdName, plainName } from '../click-id-names.ts'
import { macrosIn } from '../macros.ts'
import { nearest } from '../nearest.ts'
import type { Check } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error } from './problem.ts'
import type { Subject } from './subject.ts'

/** Names that a macro is likely meant to have, where it is spelt otherwise. */
const USUAL = [
  'clickid',
  'payout',
  'status',
  'currency',
  'txid',
  'transaction_id',
  'event',
  'goal',
  'amount',
  'revenue',
  'subid',
]

/** A macro that nothing fills, a letter or two from one that something would. Says more than `unfilled-macro`, and stands for it. */
export const misspelt: Check = {
  modes: ['template'],
  find(subject) {
    const { url } = subject.template
    const open = new Set(subject.filled.macros.filter(({ source }) => source === null).map(({ name }) => name))
    return [...open].flatMap((name) => {
      const meant = isClickIdName(name) ? undefined : suggestion(name, subject)
      const place = macrosIn(url).find((macro) => macro.name === name)
      if (meant === undefined || !place) return []
      const { start, end } = place
      return [
        error(
          'misspelt-macro',
          `Nothing fills {${name}}`,
          `Is {${meant}} meant? Else choose an ID for it, or type a value.`,
          {
            macro: name,
            place: { start, end },
            mend: { label: `Write {${meant}}`, url: replaceIn(url, { start, end }, `{${meant}}`) },
          },
        ),
      ]
    })
  },
}

/** A name near by that something would fill. */
function suggestion(name: string, { identifiers, template }: Subject): string | undefined {
  const known = [
    ...new Set([...identifiers.map((identifier) => identifier.name), ...Object.keys(template.values), ...USUAL]),
  ]
  const meant = nearest(plainName(name), known, plainName)
  return meant !== undefined && /^[A-Za-z_][\w.:-]{0,60}$/.test(meant) && meant !== name ? meant : undefined
}
