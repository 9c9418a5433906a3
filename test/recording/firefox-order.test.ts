import { describe, expect, test } from 'vitest'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { tell } from './reduce-all.ts'
import { firefoxStory } from './story.ts'
import { LANDING, NETWORK, OFFER, TRACKER } from './urls.ts'

/*
 * Firefox tells the two APIs' events in any order, and a navigation twice when its document moves to another process.
 */

const landing = () => firefoxStory().typed(LANDING).lands()
const LANDED = `typed 200 ${LANDING}`

/** Takes these events out, and tells them after all the others. */
function late(events: CaptureEvent[], passes: (event: CaptureEvent) => boolean): { events: CaptureEvent[] } {
  return { events: [...events.filter((event) => !passes(event)), ...events.filter(passes)] }
}

const isRequest = ({ type }: CaptureEvent) => type.startsWith('request-') || type === 'response-started'

describe('one navigation whose', () => {
  const chain = [[`typed 302 ${TRACKER}`, `http-redirect 302 ${NETWORK}`, `http-redirect 200 ${OFFER}`]]
  const { events } = firefoxStory().typed(TRACKER).redirect(302, NETWORK).redirect(302, OFFER).lands()

  test('requests are all told after the commit', () => {
    expect(tell(late(events, isRequest))).toEqual(chain)
  })

  test('beginning is told last', () => {
    expect(tell(late(events, ({ type }) => type === 'navigation-begun'))).toEqual(chain)
  })

  test('beginning is dated seconds after its request, as with fifty tabs at once', () => {
    const isBegun = ({ type }: CaptureEvent) => type === 'navigation-begun'
    const dated = events.map((event) => (isBegun(event) ? { ...event, time: event.time + 4_000 } : event))
    expect(tell({ events: dated })).toEqual(chain)
    expect(tell(late(dated, isBegun))).toEqual(chain)
  })

  test('commit is told between its redirects', () => {
    const commit = events.filter(({ type }) => type === 'navigation-committed')
    const others = events.filter(({ type }) => type !== 'navigation-committed')
    expect(tell({ events: [...others.slice(0, 2), ...commit, ...others.slice(2)] })).toEqual(chain)
  })

  test('events are told backwards', () => {
    expect(tell({ events: events.toReversed() })).toEqual(chain)
  })
})

test('the page’s word is told after the requests that it announced', () => {
  const { events } = landing().script(OFFER).lands()
  expect(tell(late(events, ({ type }) => type === 'page-navigates'))).toEqual([[LANDED, `script 200 ${OFFER}`]])
})

test('the page’s word is told after the second half has begun', () => {
  const { events } = landing().link(OFFER).lands({ otherProcess: true })
  expect(tell(late(events, ({ type }) => type === 'page-navigates'))).toEqual([[LANDED, `link 200 ${OFFER}`]])
})

test('a page that reloads itself at once: what belongs to the first load is told late', () => {
  const { events } = landing().reloadsItself().lands()
  expect(tell(late(events, isRequest))).toEqual([[LANDED, `script 200 ${LANDING}`]])
})

describe('the document moves to another process', () => {
  test('one hop, without error', () => {
    expect(tell(landing().link(OFFER).lands({ otherProcess: true }))).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('after redirects', () => {
    expect(tell(landing().link(NETWORK).redirect(302, OFFER).lands({ otherProcess: true }))).toEqual([
      [LANDED, `link 302 ${NETWORK}`, `http-redirect 200 ${OFFER}`],
    ])
  })

  test('of a form that was posted', () => {
    const told = landing().form(OFFER, { method: 'POST' }).lands({ otherProcess: true })
    expect(tell(told)).toEqual([[LANDED, `form POST 200 ${OFFER}`]])
  })

  test('before the answer is in', () => {
    const told = landing().link(OFFER).lands({ otherProcess: true })
    const answer = told.events.findLastIndex(({ type }) => type === 'response-started')
    told.events.push(...told.events.splice(answer, 1))
    expect(tell(told)).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('and the abort names the URL that was asked for first', () => {
    const told = landing().link(NETWORK).redirect(302, OFFER).lands({ otherProcess: true })
    for (const event of told.events) if (event.type === 'navigation-failed') event.url = NETWORK
    expect(tell(told)).toEqual([[LANDED, `link 302 ${NETWORK}`, `http-redirect 200 ${OFFER}`]])
  })
})

test('a page without redirects, whose beginning is dated a second after its request', () => {
  const [request, begun, ...rest] = landing().events
  if (!request || !begun) throw new Error('no navigation')
  const slow = rest.map((event) => ({ ...event, time: event.time + 2_000 }))
  expect(tell({ events: [request, { ...begun, time: begun.time + 1_000 }, ...slow] })).toEqual([[LANDED]])
})

test('query stripping: the URL that was asked for, then the one without the parameter, begun twice', () => {
  const clean = 'https://offer.example/?clickid=Ab12Cd34Ef56'
  const asked = `${clean}&fbclid=IwAR0demo`
  const told = landing().link(asked).lands({ otherProcess: true })
  const second = told.events.findLastIndex(({ type }) => type === 'navigation-begun')
  told.events.forEach((event, index) => {
    if (event.url === asked && (isRequest(event) || event.type === 'navigation-committed' || index === second)) {
      event.url = clean
    }
  })
  expect(tell(told)).toEqual([[LANDED, `link – ${asked}`, `browser 200 ${clean}`]])
})

test('the browser gives up a chain without end: the document it commits is its error page', () => {
  const told = firefoxStory().typed(TRACKER).redirect(302, NETWORK)
  told.fails('NS_ERROR_REDIRECT_LOOP').shows()
  expect(tell(told)).toEqual([[`typed 302 ${TRACKER}`, `http-redirect NS_ERROR_REDIRECT_LOOP ${NETWORK}`]])
})

test('a superseded navigation is told as an error by number', () => {
  const told = landing().link(NETWORK).overtaken().link(OFFER).lands()
  expect(told.events.some((event) => 'error' in event && event.error === 'Error code 2152398850')).toBe(true)
  expect(tell(told)).toEqual([[LANDED, `link 200 ${OFFER}`]])
})
