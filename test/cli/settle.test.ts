import { describe, expect, it } from 'vitest'
import { settle } from '../../cli/walk/settle.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { navigationKey, tabKey } from '../../lib/recording/keys.ts'
import { stored } from '../../lib/recording/restore.ts'
import { opens, page, recorded } from './recorded.ts'

const NONE: ReadonlySet<number> = new Set()
const QUIET_MS = 1000
const BEGINNING = Date.parse('2026-11-21T09:00:00Z')

interface Heard {
  /** Ms after the beginning. */
  at: number
  events: CaptureEvent[]
}

/** Walks with a clock of its own through a log, and tells how many ms it took to come to rest. */
async function timeToRest(log: Heard[], metaRefresh: () => Promise<string | undefined> = async () => undefined) {
  let now = BEGINNING
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms
    },
  }
  const session = { storage: async () => storageWith(log.filter(({ at }) => BEGINNING + at <= now)) }
  const { quiet } = await settle(session, { metaRefresh }, NONE, QUIET_MS, clock)
  return { ms: now - BEGINNING, quiet }
}

/** The extension's storage after these events. */
function storageWith(log: Heard[]): Record<string, unknown> {
  const recording = recorded(...log.flatMap(({ events }) => events))
  const keys = [...recording.tabs.values()].flatMap(({ tabId, navigations }) => [
    tabKey(tabId),
    ...navigations.map(({ number }) => navigationKey(tabId, number)),
  ])
  return Object.fromEntries(keys.map((key) => [key, stored(recording, key)]))
}

const PAGE = page(1, 'https://lp.example/', BEGINNING)
const NEXT = page(1, 'https://offer.example/', BEGINNING + 800)

describe('a click comes to rest', () => {
  it('when nothing was heard for the quiet time', async () => {
    expect(await timeToRest([{ at: 0, events: PAGE }])).toMatchObject({ quiet: true, ms: 1000 })
  })

  it('later, when its page goes on within the quiet time', async () => {
    const { ms } = await timeToRest([
      { at: 0, events: PAGE },
      { at: 800, events: NEXT },
    ])
    expect(ms).toBeGreaterThanOrEqual(1800)
  })

  it('not while a document is on its way, however quiet', async () => {
    const slow = page(1, 'https://slow.example/', BEGINNING)
    const { ms, quiet } = await timeToRest([
      { at: 0, events: slow.slice(0, 2) },
      { at: 5000, events: slow.slice(2) },
    ])
    expect(quiet).toBe(true)
    expect(ms).toBeGreaterThan(5900)
  })

  it('not while a tab that it opened is still empty', async () => {
    const opened = opens(1, 2, 'about:blank', BEGINNING + 100)
    const { ms } = await timeToRest([
      { at: 0, events: PAGE },
      { at: 100, events: [opened] },
      { at: 1900, events: page(2, 'https://offer.example/', BEGINNING + 1900) },
    ])
    expect(ms).toBeGreaterThanOrEqual(2900)
  })

  it('after a while, though a tab that it opened stays empty', async () => {
    const { ms, quiet } = await timeToRest([
      { at: 0, events: PAGE },
      { at: 100, events: [opens(1, 2, 'about:blank', BEGINNING + 100)] },
    ])
    expect(quiet).toBe(true)
    expect(ms).toBeLessThan(4200)
  })

  it('not before a refresh that its page has announced', async () => {
    const { ms } = await timeToRest([{ at: 0, events: PAGE }], async () => '3; url=https://offer.example/')
    expect(ms).toBeGreaterThan(3900)
  })

  it('not while its page is just going and cannot be asked', async () => {
    let asked = 0
    const going = async () => {
      if (asked++ < 3) throw new Error('Execution context was destroyed')
      return undefined
    }
    const { ms } = await timeToRest([{ at: 0, events: PAGE }], going)
    expect(ms).toBe(1300)
  })

  it('in the end, though its page can never be asked', async () => {
    const { quiet, ms } = await timeToRest([{ at: 0, events: PAGE }], () => Promise.reject(new Error('no answer')))
    expect({ quiet, ms }).toEqual({ quiet: true, ms: 3000 })
  })

  it('without waiting for a page that only loads itself anew', async () => {
    const { ms } = await timeToRest([{ at: 0, events: PAGE }], async () => '5; url=https://lp.example/')
    expect(ms).toBeLessThan(1300)
  })

  it('never, but is not waited for without end, when its page does not stop', async () => {
    const restless = Array.from({ length: 400 }, (_, index) => ({
      at: index * 500,
      events: page(1, `https://lp.example/${index}`, BEGINNING + index * 500),
    }))
    const { ms, quiet } = await timeToRest(restless)
    expect(quiet).toBe(false)
    expect(ms).toBeLessThan(33_000)
  })
})
