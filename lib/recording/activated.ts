import { type Joined, join } from './join-halves.ts'
import { CLOCK_SLACK_MS, lastUrl, SAME_BEGINNING_MS, sameDocumentUrl } from './match.ts'
import type { Navigation } from './recording.ts'

/** How long a person may look at a page before they come to what it had rendered ahead; who stays longer gets a hop without its answer. */
const ACTIVATION_MS = 600_000

/**
 * Puts what Chrome rendered before anybody came to it where the person came to it.
 *
 * It was asked for then, and begins and is there now, without a request: whatever the page they came from did meanwhile,
 * and whatever else it had rendered. A page that led on by itself before anybody saw it has come to its end by then: the
 * person asks for its beginning, and the end is there.
 *
 * @param navigations of one tab, in the order of time
 */
export function withActivated(navigations: readonly Joined[]): Joined[] {
  const told: Joined[] = []
  for (const come of navigations) {
    const found = isComeTo(come.navigation) ? activatedBy(come, told) : undefined
    if (!found) {
      told.push(come)
      continue
    }
    const { ahead, way } = found
    const whole = join(ahead.navigation, come.navigation)
    const first = { navigation: comeTo(whole, come.navigation), parts: [...ahead.parts, ...come.parts] }
    const rest = way.map(({ navigation, parts }) => ({ navigation: comeTo(navigation, come.navigation), parts }))
    for (const moved of [ahead, ...way]) told.splice(told.indexOf(moved), 1)
    told.push(first, ...rest, ...ownAddress(first.navigation))
  }
  return told
}

/** It begins where the person came to it, and its answers took as long as they had taken. */
function comeTo(navigation: Navigation, { time, begunAt }: Navigation): Navigation {
  const legs = navigation.legs.map(({ sentAt, endedAt, ...leg }) => ({
    ...leg,
    sentAt: time,
    ...(endedAt === undefined ? {} : { endedAt: time + Math.max(0, endedAt - (sentAt ?? endedAt)) }),
  }))
  return { ...navigation, begunAt, time, legs }
}

/** Begun, and nothing was asked for. What comes out of the memory of pages was not asked for either. */
const isComeTo = ({ kind, begunAt, legs, failure, commit }: Navigation) =>
  kind === 'document' &&
  begunAt !== undefined &&
  legs.length === 0 &&
  failure === undefined &&
  commit?.qualifiers.includes('forward_back') !== true

/** Answered, and nobody had come to it. */
const isAhead = ({ kind, begunAt, failure, legs }: Navigation) =>
  kind === 'document' && begunAt === undefined && failure === undefined && legs.at(-1)?.status !== undefined

/**
 * What was rendered ahead, and the way on from there that it had gone by itself.
 *
 * @param before what is told before it
 */
function activatedBy(
  { navigation: come }: Joined,
  before: readonly Joined[],
): { ahead: Joined; way: Joined[] } | undefined {
  const since = before.slice(before.findLastIndex(({ navigation }) => navigation.sealed !== undefined) + 1)
  const at = since.findLastIndex(
    ({ navigation }) =>
      isAhead(navigation) &&
      navigation.page === undefined &&
      (navigation.commit === undefined || isOfBeginning(navigation.commit.at, come.time)) &&
      navigation.url === come.url &&
      come.time - navigation.time <= ACTIVATION_MS,
  )
  const ahead = since[at]
  if (!ahead) return undefined
  if (come.commit ?? ahead.navigation.commit) return { ahead, way: [] }
  const later = since.slice(at + 1).filter(({ navigation }) => isAhead(navigation))
  const end = later.findLast(({ navigation: { commit } }) => commit && isOfBeginning(commit.at, come.time))
  if (!end) return undefined
  // What was rendered ahead beside it may have led on as well: nobody tells whose steps these are.
  const isAlone = later.every(({ navigation }) => navigation.page?.userInitiated === false)
  return { ahead, way: isAlone ? later.slice(0, later.indexOf(end) + 1) : [end] }
}

const isOfBeginning = (at: number, begunAt: number) =>
  at >= begunAt - CLOCK_SLACK_MS && at - begunAt <= SAME_BEGINNING_MS

/** The page had given itself another address before anybody saw it. */
function ownAddress(shown: Navigation): Joined[] {
  const { commit, tabId, number } = shown
  const askedFor = lastUrl(shown)
  if (!commit || sameDocumentUrl(commit.url, askedFor) || originOf(commit.url) !== originOf(askedFor)) return []
  const change: Navigation = { tabId, number, time: commit.at, kind: 'history', url: commit.url, legs: [], commit }
  return [{ navigation: change, parts: [] }]
}

const originOf = (url: string) => URL.parse(url)?.origin
