import type { Finding } from '../../model/finding.ts'
import { blameSentence, elementWords, leftBy, placeOf } from '../blame.ts'
import type { Fate } from '../fate.ts'
import { heirIn, whatToVerify } from '../hand-over.ts'
import { mend } from '../mend.ts'
import type { FollowedPath, Rule } from '../rule.ts'
import type { Lost } from '../url-change.ts'
import { hopNumber, quote } from '../words.ts'

export const idStripped: Rule = {
  id: 'id-stripped',
  severity: 'error',
  title: 'A click ID or sub-ID is gone',
  why: 'What does not arrive cannot be sent back: the conversion is not attributed to its click, and the ad platform does not learn from it.',
  fix: 'Pass the parameter on at the hop that is blamed.',
  check: (path) =>
    path.fates.flatMap((fate) => {
      if (!fate.isMissed) return []
      if (fate.end === 'tidied') return [tidied(path, fate)]
      const cause = path.hops[fate.blamed + 1]?.cause
      if (fate.end !== 'gone' || cause === 'browser' || cause === 'extension') return []
      return [fate.identifier.outcome === 'handed-over' ? handedOver(path, fate) : lost(path, fate)]
    }),
}

function lost(path: FollowedPath, { identifier, blamed }: Fate): Finding {
  const { name, value } = identifier
  const at = nameAt(identifier, blamed)
  return {
    rule: 'id-stripped',
    severity: 'error',
    hop: blamed,
    identifier: name,
    title: `${name} lost after ${hopNumber(blamed)}`,
    detail: `${blameSentence(path.hops, blamed)} without it. ${quote(value)} ${stood(at)}.${elementWords(path.hops, blamed)}${leftBy(path.hops, blamed)}`,
    ...mend(path, blamed, at),
  }
}

function handedOver(path: FollowedPath, fate: Fate): Finding {
  const { identifier, blamed } = fate
  const { name, value } = identifier
  const heir = heirIn(path, fate)
  const instead = heir ? `its own ${heir.name} ${quote(heir.value)}` : 'an ID of its own'
  return {
    rule: 'id-stripped',
    severity: 'warning',
    hop: blamed,
    identifier: name,
    title: `${name} handed over after ${hopNumber(blamed)}`,
    detail: `${blameSentence(path.hops, blamed)} with ${instead} in place of ${quote(value)}.${elementWords(path.hops, blamed)}${leftBy(path.hops, blamed)}`,
    fix: whatToVerify(path, fate),
  }
}

function tidied(path: FollowedPath, { identifier, blamed }: Fate): Finding {
  const { name } = identifier
  const page = placeOf(path.hops[blamed])
  return {
    rule: 'id-stripped',
    severity: 'info',
    hop: blamed,
    identifier: name,
    title: `${name} tidied away by the page after ${hopNumber(blamed)}`,
    detail: `${page} loaded with ${name}, then took it out of its own address bar.`,
    fix: `Nothing, as long as the tags on ${page} read ${name} before the address changes and its links still carry it.`,
  }
}

/** The name under which a hop had it, for the fix: that is what the developer will look for. */
function nameAt({ name, trail }: Fate['identifier'], hop: number): Lost {
  const step = trail[hop - (trail[0]?.hop ?? 0)]
  return { name: step?.name || name, where: step?.where }
}

/** How a hop had it, as the end of a sentence. */
function stood({ name, where }: Lost): string {
  if (where === 'path') return 'stood in its path'
  if (where === 'cookie') return `was kept in the cookie ${name}`
  const places = {
    query: '',
    fragment: ' in its fragment',
    body: ' in the form that was sent',
    nested: ' in a URL within its URL',
  }
  return `was there as ${name}${where ? places[where] : ''}`
}
