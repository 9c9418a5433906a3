import { describe, expect, test } from 'vitest'
import { isAborted } from '../../lib/recording/came-to-nothing.ts'
import { pathOfTab, pathsOf } from '../../lib/recording/paths.ts'
import { line, reduceAll, tell } from './reduce-all.ts'
import { firefoxStory, story } from './story.ts'
import { LANDING, NETWORK, OFFER, TRACKER } from './urls.ts'

test.each([
  ['NS_BINDING_ABORTED', true],
  ['NS_BINDING_CANCELLED_OLD_LOAD', true],
  ['net::ERR_ABORTED', true],
  ['NS_BINDING_FAILED', false],
  ['NS_ERROR_CONNECTION_REFUSED', false],
])('%s says that a navigation was given up: %s', (error, given) => {
  expect(isAborted(error)).toBe(given)
})

const landing = () => story().typed(LANDING).lands()
const LANDED = `typed 200 ${LANDING}`

describe('is no hop:', () => {
  test('a navigation that a newer one dropped before its answer', () => {
    const told = landing().link(NETWORK).overtaken().link(OFFER).lands()
    expect(tell(told)).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('a navigation of which Chromium says only after the newer one began that it was dropped', () => {
    const told = landing().link(NETWORK).overtaken()
    const late = told.events.splice(-2).map((event) => ({ ...event, time: event.time + 100 }))
    told.link(OFFER)
    told.events.push(...late)
    expect(tell(told.lands())).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('one of three clicks on an impatient person’s way', () => {
    const told = landing().link(NETWORK).overtaken().link(NETWORK).overtaken().link(NETWORK).lands()
    expect(tell(told)).toEqual([[LANDED, `link 200 ${NETWORK}`]])
  })

  test('a server that hangs, when the person goes elsewhere', () => {
    const told = landing().link(NETWORK).wait(20_000).typed(OFFER).lands()
    expect(tell(told)).toEqual([[LANDED], [`typed 200 ${OFFER}`]])
  })

  test('a page that was prefetched, and that nobody came to', () => {
    expect(tell(landing().prefetches(NETWORK).link(OFFER).lands())).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('a page that was prefetched and dropped', () => {
    const told = landing().prefetches(NETWORK).dropped()
    told.events.pop()
    expect(tell(told)).toEqual([[LANDED]])
  })

  test('a navigation that the page announced and never began', () => {
    expect(tell(landing().announces(NETWORK))).toEqual([[LANDED]])
  })

  test('a navigation that the page announced, then another one that it began', () => {
    const told = landing().announces(NETWORK).link(OFFER).lands()
    expect(tell(told)).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('a navigation that the page announced, when Firefox later tells the same URL in two halves', () => {
    const told = firefoxStory().typed(LANDING).lands().announces(OFFER).link(OFFER).lands({ otherProcess: true })
    expect(tell(told)).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('an app that the page called, and left for elsewhere before the browser had done anything', () => {
    const told = landing().script('demoapp://open?clickid=Ab12Cd34Ef56')
    told.events.splice(-2)
    const called = told.events.length
    told
      .wait(25 - 120)
      .script(OFFER)
      .lands()
    const [word, ...rest] = told.events.splice(called)
    if (word) told.events.push(word)
    told.events.push({
      type: 'navigation-failed',
      tabId: 1,
      url: 'demoapp://open?clickid=Ab12Cd34Ef56',
      time: (word?.time ?? 0) + 1,
      error: 'net::ERR_ABORTED',
    })
    told.events.push(...rest)
    expect(tell(told)).toEqual([[LANDED, `script 200 ${OFFER}`]])
  })

  test('the first of two words with which a script sets the same location twice', () => {
    const told = landing().announces(OFFER).script(OFFER).lands()
    expect(tell(told)).toEqual([[LANDED, `script 200 ${OFFER}`]])
  })

  test('the browser’s own attempts to load again what failed', () => {
    const told = story().typed(TRACKER).redirect(302, OFFER).fails('net::ERR_CONNECTION_REFUSED')
    // Chromium, a second later: no page began it, and only the request says why it failed.
    told.typed(OFFER).fails('net::ERR_CONNECTION_REFUSED').typed(OFFER)
    expect(tell(told)).toEqual([[`typed 302 ${TRACKER}`, `http-redirect net::ERR_CONNECTION_REFUSED ${OFFER}`]])
  })
})

describe('is a hop:', () => {
  test('a link that is answered 204', () => {
    expect(tell(landing().link(NETWORK).bringsNoDocument())).toEqual([[LANDED, `link 204 ${NETWORK}`]])
  })

  test('a typed URL that is answered 204', () => {
    expect(tell(story().typed(TRACKER).bringsNoDocument())).toEqual([[`typed 204 ${TRACKER}`]])
  })

  test('a download', () => {
    expect(tell(landing().link(OFFER).bringsNoDocument(200))).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('a redirect to a download', () => {
    expect(tell(landing().link(NETWORK).redirect(302, OFFER).bringsNoDocument(200))).toEqual([
      [LANDED, `link 302 ${NETWORK}`, `http-redirect 200 ${OFFER}`],
    ])
  })

  test('a host that cannot be found', () => {
    expect(tell(landing().link(NETWORK).fails())).toEqual([[LANDED, `link net::ERR_NAME_NOT_RESOLVED ${NETWORK}`]])
  })

  test('a failure, though the person then goes elsewhere', () => {
    expect(tell(landing().link(NETWORK).fails().typed(OFFER).lands())).toEqual([
      [LANDED, `link net::ERR_NAME_NOT_RESOLVED ${NETWORK}`],
      [`typed 200 ${OFFER}`],
    ])
  })

  test('an answer that a script leaves at once', () => {
    expect(tell(landing().link(NETWORK).lands().wait(-115).script(OFFER).lands())).toEqual([
      [LANDED, `link 200 ${NETWORK}`, `script 200 ${OFFER}`],
    ])
  })

  test('a navigation that is under way', () => {
    expect(tell(landing().link(NETWORK))).toEqual([[LANDED, `link – ${NETWORK}`]])
  })

  test('a navigation that loads while the page changes its address again and again', () => {
    const told = landing().link(OFFER)
    for (let n = 0; n < 40; n++) told.address('history', `${LANDING}&scrolled=${n}`)
    const [path] = tell(told.lands())
    expect(path?.filter((hop) => hop.startsWith('link'))).toEqual([`link 200 ${OFFER}`])
  })

  test('a navigation that a person stopped', () => {
    expect(tell(landing().link(NETWORK).wait(5_000).dropped())).toEqual([[LANDED, `link net::ERR_ABORTED ${NETWORK}`]])
  })

  test('a page that was prefetched, and that the person came to: once', () => {
    expect(tell(landing().prefetches(OFFER).link(OFFER).lands())).toEqual([[LANDED, `link 200 ${OFFER}`]])
  })

  test('a page that was prefetched, and that the person typed: once', () => {
    expect(tell(landing().prefetches(OFFER).typed(OFFER).lands())).toEqual([[LANDED], [`typed 200 ${OFFER}`]])
  })

  test('what loads when the browser tries again', () => {
    const told = story().typed(OFFER).fails('net::ERR_INTERNET_DISCONNECTED').typed(OFFER).lands()
    expect(tell(told).at(-1)).toEqual([`typed 200 ${OFFER}`])
  })

  test('a link into another program: nothing failed', () => {
    const app = 'demoapp://open?clickid=Ab12Cd34Ef56'
    const told = landing().clicks(app).wait(-1_990).link(app)
    // No request, and Chromium does not even say that it begins.
    told.events.splice(-2)
    expect(tell(told.givenUp())).toEqual([[LANDED, `link – ${app}`]])
  })
})

test('a page that stays after a 204 is where the next link comes from', () => {
  const told = landing().link(NETWORK).bringsNoDocument().link(OFFER).lands()
  expect(tell(told)).toEqual([
    [LANDED, `link 204 ${NETWORK}`],
    [LANDED, `link 200 ${OFFER}`],
  ])
})

test('a deep link that tries the app and then goes to the store gives two paths, and the tab shows the newer', () => {
  const app = 'demoapp://open?clickid=Ab12Cd34Ef56'
  const told = landing().script(app)
  // No request, and Chromium does not even say that it begins.
  told.events.splice(-2)
  const recording = reduceAll(told.givenUp().script(OFFER).lands().events)
  const paths = [
    [LANDED, `script – ${app}`],
    [LANDED, `script 200 ${OFFER}`],
  ]
  expect(pathsOf(recording).map(({ hops }) => hops.map(line))).toEqual(paths)
  expect(pathOfTab(recording, 1)?.hops.map(line)).toEqual(paths[1])
})

test('Firefox calls a load given up that a script left after it was shown: the page was there', () => {
  const told = firefoxStory().typed(LANDING).lands().givenUp().wait(-120).script(OFFER).lands()
  expect(tell(told)).toEqual([[LANDED, `script 200 ${OFFER}`]])
})
