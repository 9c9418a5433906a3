import { addFact, type NavigationFact } from './add-fact.ts'
import type { Leg, Navigation, TabRecord } from './recording.ts'

/** How many of a tab's newest navigations a fact that comes late may change. */
const LOOK_BACK = 8

/**
 * Puts a tab's newest navigations together anew, in the order in which things happened, where a fact came late. While a
 * worker wakes up the browser keeps what happens, and may hand over first what happened after that: who takes each fact
 * for the last one joins what does not belong together.
 *
 * @param navigation what the fact was taken for a part of
 * @param time of the fact
 * @returns the numbers of the navigations that may have changed, or are no more: that of the one alone where nothing was
 * told yet that happened later
 */
export function inOrder(tab: TabRecord, navigation: Navigation, time: number): number[] {
  if (!isLate(tab, time)) return [navigation.number]
  const { navigations } = tab
  const later = oldestAfter(navigations, time)
  if (later === undefined) return [navigation.number]
  const from = Math.min(later, navigations.indexOf(navigation))
  const untidy = navigations.splice(from)
  const facts = untidy.flatMap((of) => factsOf(of).map((fact) => ({ fact, of })))
  const changed = facts
    .sort((a, b) => a.fact.time - b.fact.time)
    .map(({ fact, of }) => {
      const told = addFact(tab, fact)
      if (fact.type === 'navigation-committed') told.landing ??= of.landing
      if (fact.time === of.time) {
        told.apart ??= of.apart
        told.gap ??= of.gap
        told.untold ??= of.untold
      }
      return told
    })
  const numbers = untidy.map(({ number }) => number)
  for (const [at, told] of navigations.slice(from).entries()) told.number = numbers[at] ??= (numbers[at - 1] ?? 0) + 1
  return [...numbers, ...changed.map(({ number }) => number)]
}

/** When the last thing happened that was told of a tab. */
const lastTold = new WeakMap<TabRecord, number>()

/** Whether anything that happened later was told before. Few facts come late, and it is asked of each. */
function isLate(tab: TabRecord, time: number): boolean {
  const last = lastTold.get(tab) ?? Math.max(...tab.navigations.map(lastOf))
  lastTold.set(tab, Math.max(last, time))
  return last > time
}

/**
 * The place of the oldest of the newest navigations of which something was told that happened after a time; undefined
 * where there is none.
 */
function oldestAfter(navigations: readonly Navigation[], time: number): number | undefined {
  let oldest: number | undefined
  const end = Math.max(0, navigations.length - LOOK_BACK)
  for (let at = navigations.length - 1; at >= end; at--) {
    const navigation = navigations[at]
    if (!navigation || navigation.sealed !== undefined) break
    if (lastOf(navigation) > time) oldest = at
  }
  return oldest
}

/** When the last thing happened that was told of a navigation. */
function lastOf({ time, legs, page, commit, failure }: Navigation): number {
  const told = Math.max(time, page?.at ?? 0, commit?.at ?? 0, failure?.at ?? 0)
  return Math.max(told, lastOfLeg(legs.at(-1)), lastOfLeg(legs.at(-2)))
}

/** In a loop of redirects a request may have been given the answer of the one before it, until all is told. */
const lastOfLeg = (leg: Leg | undefined): number => Math.max(leg?.sentAt ?? 0, leg?.endedAt ?? 0)

/** What was told of a navigation. */
function factsOf(navigation: Navigation): NavigationFact[] {
  const { tabId, url, kind, page, begunAt, legs, failure, commit } = navigation
  const facts: NavigationFact[] = []
  if (page) facts.push({ type: 'page-navigates', tabId, url, time: page.at, ...page })
  if (begunAt !== undefined) facts.push({ type: 'navigation-begun', tabId, url, time: begunAt })
  for (const leg of legs) facts.push(...factsOfLeg(navigation, leg))
  if (failure) facts.push({ type: 'navigation-failed', tabId, time: failure.at, ...failure })
  if (commit) {
    const committed = { tabId, time: commit.at, ...commit }
    facts.push(
      kind === 'document'
        ? { type: 'navigation-committed', ...committed }
        : { type: 'address-changed', kind, ...committed },
    )
  }
  return facts
}

function factsOfLeg({ tabId, requestId = '', initiator }: Navigation, leg: Leg): NavigationFact[] {
  const { url, sentAt, method = 'GET', body, endedAt: time = 0, status, to, fromCache = false, error, ...more } = leg
  const request = { tabId, requestId, url, time }
  const facts: NavigationFact[] = []
  if (sentAt !== undefined) facts.push({ type: 'request-sent', ...request, time: sentAt, method, initiator, body })
  if (status !== undefined) {
    const answer = { ...request, ...more, status, fromCache }
    facts.push(
      to === undefined ? { type: 'response-started', ...answer } : { type: 'request-redirected', ...answer, to },
    )
  }
  if (error !== undefined) facts.push({ type: 'request-failed', ...request, error })
  return facts
}
