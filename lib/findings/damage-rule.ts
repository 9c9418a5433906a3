import { type Damage, unwrapped } from '../identifiers/likeness.ts'
import { isGone, lastDocument } from '../identifiers/trail.ts'
import { blameSentence, elementWords, placeOf } from './blame.ts'
import type { Fate } from './fate.ts'
import type { FollowedPath, Rule } from './rule.ts'
import { hopNumber, quote } from './words.ts'

/** What sets one rule about a damaged value apart from another. */
interface DamageWords {
  id: string
  damage: Damage
  title: string
  why: string
  fix: string
  /** What happened to the value, as the end of a sentence that begins with the parameter's name. */
  say(value: string, arrived: string): string
  /** What the URLs of the blamed hop and the next one show of how it happened, as a sentence with a blank behind it. */
  how?(from: string, to: string): string
  /** What to do where the two values show more than the rule's own fix knows; undefined where they do not. */
  mend?(value: string, arrived: string): string | undefined
}

/** A rule that speaks of click IDs and sub-IDs that arrive damaged in one way. Blames the last hop that had them whole. */
export function damageRule({ damage, say, how = () => '', mend = () => undefined, ...words }: DamageWords): Rule {
  return {
    ...words,
    severity: 'error',
    check: (path) =>
      path.fates
        .filter((fate) => fate.isMissed && fate.damage === damage)
        .map((fate) => {
          const { name, value } = fate.identifier
          const arrived = arrivedValue(path, fate)
          const urlAt = (hop: number) => path.hops[hop]?.url ?? ''
          return {
            rule: words.id,
            severity: 'error',
            hop: fate.blamed,
            identifier: name,
            title: `${name} ${say(value, unwrapped(value, arrived))} after ${hopNumber(fate.blamed)}`,
            detail: `${blameSentence(path.hops, fate.blamed)}. ${quote(value)} arrived as ${quote(arrived)}.${elementWords(path.hops, fate.blamed)}`,
            fix: `On ${placeOf(path.hops[fate.blamed])}: ${how(urlAt(fate.blamed), urlAt(fate.blamed + 1))}${mend(value, unwrapped(value, arrived)) ?? words.fix}`,
          }
        }),
  }
}

function arrivedValue(path: FollowedPath, { identifier: { trail } }: Fate): string {
  const start = trail[0]?.hop ?? 0
  const step = trail[Math.max(lastDocument(path.hops), start) - start]
  return step && !isGone(step) ? (step.value ?? '') : ''
}
