import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Hop } from '../../lib/model/click-path.ts'
import { pathOfTab, pathsOf } from '../../lib/recording/paths.ts'
import { restore } from '../../lib/recording/restore.ts'
import { isUnderWay } from '../../lib/recording/under-way.ts'
import { hostileEvent } from './arbitrary.ts'
import { reduceAll } from './reduce-all.ts'
import { storeAfter } from './restart.ts'

const hostileEvents = fc.array(hostileEvent, { maxLength: 40 })

describe('whatever is told, in whatever order,', () => {
  test('nothing throws', () => {
    fc.assert(
      fc.property(hostileEvents, (events) => {
        const recording = reduceAll(events)
        pathsOf(recording)
        for (const tabId of recording.tabs.keys()) {
          pathOfTab(recording, tabId)
          isUnderWay(recording, tabId, 1_795_000_000_000)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('every path has hops, numbered from 0', () => {
    fc.assert(
      fc.property(hostileEvents, (events) => {
        for (const { hops } of pathsOf(reduceAll(events))) {
          expect(hops.length).toBeGreaterThan(0)
          expect(hops.map((hop) => hop.index)).toEqual(hops.map((_, index) => index))
        }
      }),
    )
  })

  test('what was written can be read back', () => {
    fc.assert(
      fc.property(hostileEvents, (events) => {
        pathsOf(restore(storeAfter(events)))
      }),
    )
  })
})

test('hops of honest numbers keep the contract, whatever their texts are', () => {
  const honest = hostileEvent.filter(
    (event) =>
      Number.isSafeInteger(event.tabId) &&
      Number.isInteger(event.time) &&
      !('status' in event && !Number.isInteger(event.status)) &&
      !('sourceTabId' in event && !Number.isSafeInteger(event.sourceTabId)),
  )
  fc.assert(
    fc.property(fc.array(honest, { maxLength: 40 }), (events) => {
      for (const hop of pathsOf(reduceAll(events)).flatMap((path) => path.hops)) {
        expect(Hop.safeParse(hop)).toMatchObject({ success: true })
      }
    }),
  )
})
