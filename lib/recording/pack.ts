import type { Packed } from './packed.ts'
import type { Commit, Leg, Navigation } from './recording.ts'

/** What is so most often, and is not kept. */
const USUAL = { kind: 'document', transition: 'link' } as const

/** A request of a chain as storage keeps it, and what that was made of. */
interface Line {
  leg: Leg
  time: number
  expected: string
  json: string
}

/** Those made last: what comes next is most often told of the same chain, and of its last request. */
let made: Line[] = []

/**
 * What storage keeps of a navigation: everything but what its key says. Text, which browsers hand over in one piece: a
 * line of JSON for the navigation, then one for each request of its chain.
 */
export function pack({ tabId: _tabId, number: _number, legs, ...navigation }: Navigation): string {
  const { time, url, kind, begunAt, page, commit, failure } = navigation
  let led = url
  made = legs.map((leg, at) => {
    const expected = led
    led = leg.to ?? leg.url
    return lineOf(leg, time, expected, made[at])
  })
  const packed: Omit<Packed, 'legs'> = {
    ...navigation,
    kind: kind === USUAL.kind ? undefined : kind,
    begunAt: begunAt === undefined ? undefined : begunAt - time,
  }
  if (page) packed.page = moved(-time, page)
  if (commit) packed.commit = packedCommit(withoutUrl(led, moved(-time, commit)))
  if (failure) packed.failure = withoutUrl(led, moved(-time, failure))
  return [JSON.stringify(packed), ...made.map(({ json }) => json)].join('\n')
}

/** A request never changes (another takes its place), nor does what is made of it. */
function lineOf(leg: Leg, time: number, expected: string, before: Line | undefined): Line {
  if (before?.leg === leg && before.time === time && before.expected === expected) return before
  return { leg, time, expected, json: JSON.stringify(withoutUrl(expected, moved(-time, leg))) }
}

/** The navigation that was packed. @param at what its key says: its identity, whatever the record holds */
export function unpack(packed: Packed, { tabId, number }: Pick<Navigation, 'tabId' | 'number'>): Navigation {
  const { time, url, kind = USUAL.kind, begunAt, legs, page, commit, failure, ...rest } = packed
  let led = url
  const whole = legs.map((leg) => {
    const asked = leg.url ?? led
    led = leg.to ?? asked
    return { ...moved(time, leg), url: asked }
  })
  return {
    ...{ ...rest, tabId, number, time, kind, url },
    ...(begunAt === undefined ? {} : { begunAt: begunAt + time }),
    legs: whole,
    ...(page ? { page: moved(time, page) } : {}),
    ...(commit ? { commit: unpackedCommit(moved(time, commit), led) } : {}),
    ...(failure ? { failure: { ...moved(time, failure), url: failure.url ?? led } } : {}),
  }
}

const packedCommit = ({ transition, qualifiers, ...commit }: Commit): Packed['commit'] => ({
  ...commit,
  transition: transition === USUAL.transition ? undefined : transition,
  qualifiers: unlessNone(qualifiers),
})

const unpackedCommit = (commit: NonNullable<Packed['commit']>, led: string): Commit => {
  const { at, url = led, transition = USUAL.transition, qualifiers = [] } = commit
  return { at, url, transition, qualifiers }
}

const unlessNone = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

interface Timed {
  at?: number
  sentAt?: number | undefined
  endedAt?: number | undefined
}

/**
 * A copy of a fact with its times moved. Exact for the times of this century: what they differ by needs no more bits
 * than they do themselves.
 */
function moved<T extends Timed>(ms: number, fact: T): T {
  const copy = { ...fact }
  if (copy.at !== undefined) copy.at += ms
  if (copy.sentAt !== undefined) copy.sentAt += ms
  if (copy.endedAt !== undefined) copy.endedAt += ms
  return copy
}

/** Takes the URL away from a copy where it is the one expected. */
function withoutUrl<T extends { url?: string | undefined }>(expected: string, copy: T): T {
  if (copy.url === expected) copy.url = undefined
  return copy
}
