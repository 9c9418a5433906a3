import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { FBCLID } from '../funnel/scenarios/row.ts'

/** When every recorded walk begins. */
const BEGINNING = Date.parse('2026-11-21T09:00:00Z')

/** Stands for the demo's long click ID, which would be half of every file. */
const SHORT_FBCLID = 'IwZXh0bgNhZW0BMABh_aem_d3Vu'

/**
 * Makes a recording the same from run to run, as far as nothing depends on it: tabs and requests are numbered from 1,
 * the first event is at a fixed instant, ports are named one by one.
 *
 * @param ports port of this run → port in the fixture
 */
export function settleFixture(events: CaptureEvent[], ports: ReadonlyMap<number, number>): CaptureEvent[] {
  const tabs = numbering<number>()
  const requests = numbering<string>()
  const earliest = Math.min(...events.map((event) => event.time))
  return events.map((event) => {
    const time = BEGINNING + event.time - earliest
    const settled = { ...withPorts(event, ports), tabId: tabs(event.tabId), time }
    if ('requestId' in settled) settled.requestId = String(requests(settled.requestId))
    if ('sourceTabId' in settled) settled.sourceTabId = tabs(settled.sourceTabId)
    return inOrder(settled)
  })
}

/** What it is, where and when, first: the browser's storage gives the keys back in the order of the alphabet. */
function inOrder<E extends CaptureEvent>({ type, tabId, time, ...rest }: E): E {
  return { type, tabId, time, ...rest } as E
}

/** 1 for the first key it is asked for, 2 for the next new one … */
function numbering<K>(): (key: K) => number {
  const known = new Map<K, number>()
  return (key) => {
    if (!known.has(key)) known.set(key, known.size + 1)
    return known.get(key) ?? 0
  }
}

function withPorts(event: CaptureEvent, ports: ReadonlyMap<number, number>): CaptureEvent {
  const text = JSON.stringify(event).replace(/(?<=:\/\/[\w.-]+:|%3A)\d+\b/gi, (port) =>
    String(ports.get(Number(port)) ?? port),
  )
  return JSON.parse(text.replaceAll(FBCLID, SHORT_FBCLID))
}
