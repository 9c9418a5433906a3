import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, unpack } from '../../lib/recording/pack.ts'
import { readPacked } from '../../lib/recording/packed.ts'
import { emptyRecording, type Navigation } from '../../lib/recording/recording.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { stored } from '../../lib/recording/restore.ts'
import { anyOrder, anyStory } from './arbitrary.ts'
import { reduceAll } from './reduce-all.ts'
import { story } from './story.ts'
import { LANDING, OFFER, TRACKER } from './urls.ts'

const navigationsOf = (told: { events: Parameters<typeof reduceAll>[0] }): Navigation[] =>
  [...reduceAll(told.events).tabs.values()].flatMap(({ navigations }) => navigations)

const thisCentury = fc.double({ min: 1.7e12, max: 2.1e12, noNaN: true })

const back = (navigation: Navigation) => {
  const packed = readPacked(pack(navigation))
  return packed && unpack(packed, navigation)
}

describe('what is packed for storage', () => {
  test('is unpacked as it was, whatever happened', () => {
    fc.assert(
      fc.property(anyStory, (told) => {
        for (const navigation of navigationsOf(told)) expect(back(navigation)).toEqual(navigation)
      }),
    )
  })

  test('keeps times to the fraction that a page may tell', () => {
    fc.assert(
      fc.property(thisCentury, thisCentury, (time, at) => {
        const [begun] = navigationsOf(story().typed(TRACKER))
        const failed = { ...(begun as Navigation), time, failure: { at, url: OFFER, error: 'x' } }
        expect(back(failed)?.failure?.at).toBe(at)
      }),
    )
  })

  test('holds each URL of a redirect chain once', () => {
    const [chain] = navigationsOf(story().typed(TRACKER).redirect(302, LANDING).redirect(302, OFFER).lands())
    const text = pack(chain as Navigation)
    expect([TRACKER, LANDING, OFFER].map((url) => text.split(`"${url}"`).length - 1)).toEqual([1, 1, 1])
  })

  test('leaves out what is so most often', () => {
    const [, clicked] = navigationsOf(story().typed(LANDING).lands().link(OFFER).lands())
    const packed = readPacked(pack(clicked as Navigation))
    expect(packed).not.toHaveProperty('kind')
    expect(packed?.commit).toEqual({ at: expect.any(Number) })
  })

  test('tells apart what the browser asked for from where it was sent', () => {
    const [sent] = navigationsOf(story().typed(TRACKER).redirect(302, LANDING).lands())
    const rewritten = {
      ...(sent as Navigation),
      legs: sent?.legs.map((leg) => ({ ...leg, url: `${leg.url}#x` })) ?? [],
    }
    expect(back(rewritten)).toEqual(rewritten)
  })

  test('is not what was kept of a request that something else led to', () => {
    const [sent] = navigationsOf(story().typed(TRACKER).redirect(302, LANDING).lands())
    const [first, ...rest] = sent?.legs ?? []
    pack(sent as Navigation)
    const otherwise = { ...(sent as Navigation), legs: first ? [{ ...first, to: OFFER }, ...rest] : [] }
    expect(back(otherwise)).toEqual(otherwise)
  })

  test('at each event is the same as packed once, whatever was kept of the time before', () => {
    fc.assert(
      fc.property(anyOrder, (events) => {
        const recording = emptyRecording()
        const store = new Map<string, unknown>()
        for (const event of events) for (const key of reduce(recording, event)) store.set(key, stored(recording, key))
        const once = reduceAll(events)
        for (const [key, value] of store) expect(value).toEqual(stored(once, key))
      }),
    )
  })
})
