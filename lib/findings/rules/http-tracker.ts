import { isInPage } from '../../identifiers/trail.ts'
import { carriesAny, isLocal } from '../advice.ts'
import { placeOf } from '../blame.ts'
import type { FollowedPath, Rule } from '../rule.ts'
import { bare } from '../url-change.ts'
import { hopNumber } from '../words.ts'

export const httpTracker: Rule = {
  id: 'http-tracker',
  severity: 'info',
  title: 'A click ID goes over http on a path that is https otherwise',
  why: 'Everyone on the way can read and change it, browsers may refuse or upgrade the request, and a page on https gets no referrer from it.',
  fix: 'Use https for the link to the tracker, and give its domain a certificate.',
  check: (path) => {
    const told = new Set<string>()
    return path.hops.flatMap((hop, index) => {
      const host = path.readings[index]?.url.host ?? ''
      if (!isPlain(path, index) || told.has(host)) return []
      told.add(host)
      return {
        rule: 'http-tracker',
        severity: 'info',
        hop: index,
        title: `${placeOf(hop)} is asked over http at ${hopNumber(index)}`,
        detail: `The click goes to ${placeOf(hop)} without TLS, while other hops of this path are https.`,
        fix: `Write https:// in ${index === 0 ? 'the ad or link that leads to' : `what leads from ${placeOf(path.hops[index - 1])} to`} ${placeOf(hop)}, and give that domain a certificate.`,
      }
    })
  },
}

/**
 * Whether a hop carries an ID over http, among others that are https. Where it is only sent to its own https address, and
 * where an https hop led to it (https-downgrade speaks of that), there is nothing to add.
 */
function isPlain({ hops, readings, fates }: FollowedPath, index: number): boolean {
  const hop = hops[index]
  const [before, own, after] = [readings[index - 1]?.url, readings[index]?.url, readings[index + 1]?.url]
  if (!hop || !own || own.scheme !== 'http' || isInPage(hop) || isLocal(own.host)) return false
  if (before?.scheme === 'https' || (after?.scheme === 'https' && bare(after) === bare(own))) return false
  return carriesAny(fates, index) && readings.some(({ url }) => url.scheme === 'https')
}
