import { describe, expect, test } from 'vitest'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { pathsFrom, tell } from './reduce-all.ts'
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

describe('an answer that goes wrong when its page is there already: Firefox commits its error page under the same URL', () => {
  const answered = () => firefoxStory().typed(TRACKER).redirect(302, OFFER).lands().wait(100)

  test('because the connection breaks', () => {
    const told = answered().fails('NS_ERROR_NET_RESET').shows()
    expect(pathsFrom(told)).toMatchObject([{ hops: [{ error: null }, { status: 200, error: 'NS_ERROR_NET_RESET' }] }])
  })

  test('because it cannot be unpacked, which the page alone tells', () => {
    const told = answered().givenUp('Error code 2152398875').wait(30).shows()
    const error = 'Error code 2152398875'
    expect(pathsFrom(told)).toMatchObject([{ hops: [{ error: null }, { status: 200, error }] }])
  })

  test('the page that follows it is none of it', () => {
    const told = answered().givenUp('Error code 2152398875').wait(30).shows().typed(OFFER).lands()
    expect(tell(told)).toHaveLength(2)
  })
})

describe('a tab that is opened again', () => {
  test('is told of once, and apart from the click that it showed', () => {
    const told = firefoxStory().typed(TRACKER).redirect(302, OFFER).lands().inTab(2).reopened(OFFER).lands()
    expect(tell(told)).toEqual([[`typed 302 ${TRACKER}`, `http-redirect 200 ${OFFER}`], [`back-forward 200 ${OFFER}`]])
  })

  test('by a machine so quick that what is told first lies close to the load', () => {
    expect(tell(firefoxStory().reopened(OFFER, 5).lands())).toEqual([[`back-forward 200 ${OFFER}`]])
  })

  test('and where its link leads goes on from there', () => {
    const told = firefoxStory().reopened(OFFER).lands().link(NETWORK).redirect(302, LANDING).lands()
    expect(tell(told)).toEqual([[`back-forward 200 ${OFFER}`, `link 302 ${NETWORK}`, `http-redirect 200 ${LANDING}`]])
  })

  test('a page that is there, and to which the person comes back later, is two', () => {
    const told = firefoxStory().shows(OFFER).typed(LANDING).lands().back(OFFER).lands()
    expect(tell(told)).toEqual([[`unknown – ${OFFER}`], [`typed 200 ${LANDING}`], [`back-forward 200 ${OFFER}`]])
  })
})

test('the browser’s own word on a request that it never made is told, not how far it had come', () => {
  const told = firefoxStory().typed(TRACKER).answersRedirect(302, 'https://lp.example:1/')
  const { events } = told.fails('NS_ERROR_NET_ON_RECEIVING_FROM')
  events.pop()
  expect(tell(told.givenUp('Error code 2152398867'))[0]?.at(-1)).toBe(
    'http-redirect Error code 2152398867 https://lp.example:1/',
  )
})

test('a mail program that a redirect calls has taken the URL over: nothing failed', () => {
  const told = firefoxStory().typed(TRACKER).answersRedirect(302, 'mailto:a@b.example').givenUp('Error code 2152398865')
  expect(tell(told)).toEqual([[`typed 302 ${TRACKER}`, 'http-redirect – mailto:a@b.example']])
})

describe('a page that failed is asked for again: typed, or reloaded, which Firefox does not tell apart', () => {
  const failed = () => firefoxStory().typed(TRACKER).redirect(302, NETWORK).fails('NS_ERROR_NET_RESET').shows()

  test('it begins a path of its own, of unknown cause', () => {
    expect(tell(failed().typed(NETWORK).redirect(302, OFFER).lands())[1]).toEqual([
      `unknown 302 ${NETWORK}`,
      `http-redirect 200 ${OFFER}`,
    ])
  })

  test('another page was typed', () => {
    expect(tell(failed().typed(OFFER).lands())[1]).toEqual([`typed 200 ${OFFER}`])
  })
})
