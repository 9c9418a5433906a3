import type { Hop } from '../model/click-path.ts'
import type { Identifier, Step, StepState } from '../model/identifier.ts'
import { canonicalName } from './catalogue.ts'
import { CookieJar } from './cookie-jar.ts'
import { type Known, locateChanged, locateExact, locateReplacement } from './locate.ts'
import { outcomeOf } from './outcome.ts'
import { type Reading, readHops } from './reading.ts'
import { beginThread, type Sighting, type Thread } from './thread.ts'
import { entryOn } from './whose.ts'

/** Nobody's click carries so many; a hostile URL may. The rest is not followed. */
const MAX_IDENTIFIERS = 200
/**
 * Of one value with another, over a whole path: what a thousand hops with a dozen identifiers that are all lost need. A
 * hostile path asks for millions; what is left of it is followed where it stands unchanged.
 */
const MAX_COMPARISONS = 200_000

/**
 * Follows every click ID, sub-ID and campaign tag by its value over the hops of a path.
 *
 * @param readings what each hop carries, where it has been read already
 * @returns identifiers in the order in which they appeared, each with one step for every hop since
 */
export function follow(hops: readonly Hop[], readings: readonly Reading[] = readHops(hops)): Identifier[] {
  const threads: Thread[] = []
  const jar = new CookieJar()
  const budget = { left: MAX_COMPARISONS }
  hops.forEach((hop, index) => {
    const used = goOn(threads, readings, budget, jar, hop, index)
    begin(threads, readings, used, index)
    jar.take(hop)
  })
  return threads.map((thread) => {
    const { name, value, entry, trail } = thread
    return { name, value, kind: entry.kind, platform: entry.platform, trail, outcome: outcomeOf(thread, threads, hops) }
  })
}

/** Adds a step to every thread. Returns the parameters whose values the threads have accounted for. */
function goOn(
  threads: readonly Thread[],
  readings: readonly Reading[],
  budget: Known['budget'],
  jar: CookieJar,
  hop: Hop,
  index: number,
): unknown[] {
  const reading = readings[index] as Reading
  const used: unknown[] = []
  let claimed: Set<string> | null = null
  const known: Known = {
    isClaimed(value) {
      claimed ??= new Set(threads.flatMap((thread) => [thread.value, thread.last.value]))
      return claimed.has(value)
    },
    isOld: (value) => wasSeen(value, readings, index),
    budget,
  }
  for (const thread of threads) {
    const found =
      locateExact(thread, reading) ?? locateChanged(thread, reading, known) ?? locateCookie(thread, jar, hop)
    if (found) {
      const state = stateOf(thread, found)
      thread.trail.push({ hop: index, state, name: found.name, where: found.where, value: found.value })
      thread.last = found
      used.push(found.parameter)
    } else {
      const replacement = thread.isThere ? locateReplacement(thread, reading) : null
      thread.trail.push(replacement ? replaced(index, replacement) : gone(index, thread.isThere))
    }
    thread.isThere = found !== null
  }
  return used
}

function locateCookie(thread: Thread, jar: CookieJar, hop: Hop): Sighting | null {
  const cookie = jar.find(hop.url, thread.value, thread.isCommon ? thread.name : null)
  return cookie && { ...cookie, where: 'cookie', shape: 'same', parameter: null }
}

/** What a hop did to a value that it has, compared with the hop before. */
function stateOf(thread: Thread, found: Sighting): StepState {
  const { last, isThere } = thread
  if (found.where === 'cookie') return isThere && last.where === 'cookie' ? 'kept' : 'moved'
  const isWhole = found.shape === 'same' || found.shape === 'recoded'
  if (!isThere || last.where === 'cookie')
    return isWhole ? 'restored' : found.shape === 'damaged' ? 'altered' : 'reencoded'
  if (found.value !== last.value) {
    if (found.shape === 'damaged') return 'altered'
    if (found.shape !== 'same') return 'reencoded'
    if (last.shape === 'damaged') return 'restored'
    if (found.where === last.where && found.name === last.name) return 'reencoded'
  }
  if (found.where !== last.where) return 'moved'
  return found.name === last.name ? 'kept' : 'renamed'
}

const gone = (hop: number, wasThere: boolean): Step => ({ hop, state: wasThere ? 'stripped' : 'absent' })

const replaced = (
  hop: number,
  { name, where, value }: { name: string; where: Step['where']; value: string },
): Step => ({
  hop,
  state: 'replaced',
  name,
  ...(where && { where }),
  value,
})

/** Begins to follow what a hop brings that no thread knows. */
function begin(threads: Thread[], readings: readonly Reading[], used: readonly unknown[], index: number): void {
  const reading = readings[index] as Reading
  for (const parameter of reading.parameters) {
    if (parameter.entry === null || used.includes(parameter)) continue
    if (threads.length >= MAX_IDENTIFIERS) return
    const { name, value, where, placeholder } = parameter
    const entry = entryOn(reading, parameter)
    if (entry === null || (where === 'nested' && placeholder !== null)) continue
    const isKnown = threads.some(
      (thread) =>
        (thread.value === value && (canonicalName(thread.name) === canonicalName(name) || isRename(thread, index))) ||
        (thread.isThere && thread.last.value === value && thread.start !== index && !thread.isCommon),
    )
    if (isKnown) continue
    threads.push(beginThread(parameter, entry, index, !wasSeen(value, readings, index)))
  }
}

/** Whether a hop before this one held a value, in whatever parameter. As a rule the last one did, if any. */
function wasSeen(value: string, readings: readonly Reading[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) if ((readings[at] as Reading).holding(value).length > 0) return true
  return false
}

/** A name that comes later with the same value is a rename; on the hop where both first appear they are two. */
const isRename = (thread: Thread, index: number): boolean => !thread.isCommon && thread.start !== index
