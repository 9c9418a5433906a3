import type { Reading } from '../identifiers/reading.ts'
import type { Fate } from './fate.ts'

/** The identifiers of which rules speak: click IDs and sub-IDs with a value of their own. */
export const missed = (fates: readonly Fate[]): Fate[] => fates.filter(({ isMissed }) => isMissed)

/** Whether one of them stands on a hop, in its request or in a cookie that goes with it. */
export const carriesAny = (fates: readonly Fate[], hop: number): boolean =>
  missed(fates).some(({ identifier: { trail } }) => {
    const step = trail[hop - (trail[0]?.hop ?? 0)]
    return step !== undefined && step.where !== undefined && step.state !== 'replaced'
  })

/** Hosts of one's own machine or network, and of examples: nobody's clicks are lost there. */
const LOCAL =
  /^(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\]|.*\.(?:localhost|local|internal|test))$/

/** Whether an identifier came with a hop on such a host: there it is made up for a test, and nobody wants to hear so. */
export const isMadeUp = ({ identifier: { trail } }: Fate, readings: readonly Reading[]): boolean =>
  isLocal(readings[trail[0]?.hop ?? 0]?.url.host ?? '')

export const isLocal = (host: string): boolean => LOCAL.test(host)
