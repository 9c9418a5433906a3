import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeTab } from '../../lib/recording/close-tab.ts'
import { makeRoom } from '../../lib/recording/make-room.ts'
import { forgetPrivate, notePrivate } from '../../lib/recording/private-tabs.ts'
import { prune } from '../../lib/recording/prune.ts'
import type { Recording } from '../../lib/recording/recording.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { restore, stored } from '../../lib/recording/restore.ts'
import { seal } from '../../lib/recording/seal.ts'
import { anyOrder } from './arbitrary.ts'

/** What happens to a recording beside its events. @param tabId of the event that it happens before */
const MEANWHILE: ((recording: Recording, tabId: number) => string[])[] = [
  (recording) => prune(recording),
  seal,
  closeTab,
  notePrivate,
  forgetPrivate,
  makeRoom,
]

/** What a recording tells by tab, without the tabs of which it tells nothing. */
const toldOf = ({ tabs }: Recording) =>
  Object.fromEntries(
    [...tabs].filter(([, { tabId: _, ...facts }]) => Object.values(facts).some((fact) => [fact].flat().length > 0)),
  )

test('the store holds what memory holds, whatever is told, forgotten, sealed, closed or given up', () => {
  const meanwhile = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...MEANWHILE)), { maxLength: 5 })
  fc.assert(
    fc.property(anyOrder, meanwhile, (events, changes) => {
      const recording = restore({})
      const store: Record<string, unknown> = {}
      const write = (keys: string[]) => {
        for (const key of keys) {
          const value = stored(recording, key)
          if (value === undefined) delete store[key]
          else store[key] = JSON.parse(JSON.stringify(value))
        }
        expect(toldOf(restore(store))).toEqual(toldOf(recording))
      }
      for (const [index, event] of events.entries()) {
        for (const [at, change] of changes) if (at % events.length === index) write(change(recording, event.tabId))
        write(reduce(recording, event))
      }
    }),
    { numRuns: 250 },
  )
})
