import { describe, expect, test } from 'vitest'
import { pathOfTab } from '../../lib/recording/paths.ts'
import { line, pathsFrom, reduceAll, tell } from './reduce-all.ts'
import { firefoxStory, type Story, story } from './story.ts'
import { AD, LANDING, OFFER, OFFER_WITHOUT_ID, TRACKER } from './urls.ts'

/** How many hops each path has, oldest first. */
const lengths = (told: Story) => tell(told).map((hops) => hops.length)

describe('a new path begins', () => {
  test.each([
    ['when something is typed', () => story().typed(TRACKER).lands().typed(LANDING).lands()],
    ['when the page is reloaded', () => story().typed(TRACKER).lands().reload().lands()],
    ['when a person goes back', () => story().typed(AD).lands().back(TRACKER).lands()],
    ['at a link on a page whose path carries no identifier', () => story().typed(AD).lands().link(TRACKER).lands()],
    ['at a form on a page whose path carries no identifier', () => story().typed(AD).lands().form(TRACKER).lands()],
  ])('%s', (_, told) => {
    expect(lengths(told())).toEqual([1, 1])
  })
})

test('a new path begins at each step through the history, back and forward', () => {
  const told = story().typed(AD).lands().link(TRACKER).lands().back(AD).lands().back(TRACKER).lands()
  expect(lengths(told)).toEqual([1, 1, 1, 1])
})

test('a new path begins when the address bar steps back inside a page', () => {
  const told = story().typed(AD).lands().address('fragment', `${AD}#a`)
  expect(lengths(told.address('history', AD, ['forward_back']))).toEqual([2, 1])
})

describe('a new path begins though only the end of its chain was heard', () => {
  const endOf = (begin: (told: Story) => Story, browser = story) => {
    const told = browser().typed(LANDING).lands()
    const beginsAt = told.events.length
    const heard = begin(told).redirect(302, TRACKER).redirect(302, LANDING).redirect(302, OFFER).lands().events
    return { events: heard.filter((event, index) => index < beginsAt || event.url === OFFER) }
  }

  test('when something was typed', () => {
    expect(tell(endOf((told) => told.typed(AD)))).toEqual([[`typed 200 ${LANDING}`], [`unknown 200 ${OFFER}`]])
  })

  test('when something was typed in Firefox, which calls it a link', () => {
    const told = endOf((told) => told.typed(AD), firefoxStory)
    expect(tell(told)).toEqual([[`typed 200 ${LANDING}`], [`unknown 200 ${OFFER}`]])
  })

  test('when a person went back', () => {
    expect(tell(endOf((told) => told.back(AD)))).toEqual([[`typed 200 ${LANDING}`], [`unknown 200 ${OFFER}`]])
  })

  test('and goes on when a page may have begun it', () => {
    expect(tell(endOf((told) => told.unheard(AD)))).toEqual([[`typed 200 ${LANDING}`, `unknown 200 ${OFFER}`]])
  })
})

describe('the path goes on', () => {
  test.each([
    ['at a link on a page whose path carries an identifier', () => story().typed(LANDING).lands().link(OFFER).lands()],
    ['at a form there', () => story().typed(LANDING).lands().form(OFFER).lands()],
    ['through a script', () => story().typed(AD).lands().script(TRACKER).lands()],
    ['through a meta refresh', () => story().typed(AD).lands().metaRefresh(TRACKER).lands()],
    [
      'through a Refresh header',
      () =>
        story()
          .typed(AD)
          .lands({ refresh: `0;url=${TRACKER}` })
          .script(TRACKER)
          .lands(),
    ],
    ['through a jump inside the page', () => story().typed(AD).lands().address('fragment', `${AD}#offer`)],
    ['through a form that submits itself', () => story().typed(AD).lands().submitsItself(TRACKER).lands()],
    ['through a link that a script clicks', () => story().typed(AD).lands().clicksItself(TRACKER).lands()],
    ['through a page that reloads itself', () => story().typed(AD).lands().reloadsItself().lands()],
    ['through a change of the address', () => story().typed(AD).lands().address('history', `${AD}step-2`)],
    ['where nobody told what began it', () => story().typed(AD).lands().unheard(TRACKER).lands()],
  ])('%s', (_, told) => {
    expect(lengths(told())).toEqual([2])
  })

  test('through redirects, however many', () => {
    expect(lengths(story().typed(AD).redirect(301, TRACKER).redirect(302, LANDING).lands())).toEqual([3])
  })

  test('over tabs, where the page that opened one carries an identifier', () => {
    expect(lengths(story().typed(LANDING).lands().opens(OFFER, 2).lands())).toEqual([2])
  })

  test('at a link of a page that has lost the identifier which its path carried', () => {
    const told = story()
      .typed(LANDING)
      .lands()
      .script(OFFER_WITHOUT_ID)
      .lands()
      .link('https://offer.example/buy')
      .lands()
    expect(lengths(told)).toEqual([3])
  })

  test('at a link after the identifier came in a form’s body', () => {
    const body = 'clickid=Ab12Cd34Ef56'
    const told = story().typed(AD).lands().submitsItself('https://net.example/', { method: 'POST', body }).lands()
    expect(lengths(told.link(OFFER_WITHOUT_ID).lands())).toEqual([3])
  })
})

test('an id of a path stays the same while it grows', () => {
  const told = story().typed(TRACKER).redirect(302, LANDING).lands()
  const before = pathsFrom(told)[0]?.id
  expect(pathsFrom(told.link(OFFER).lands())[0]?.id).toBe(before)
})

test('a path starts with its first request', () => {
  const told = story().typed(TRACKER).lands()
  expect(pathsFrom(told)[0]?.startedAt).toBe('2026-11-21T09:00:02.003Z')
})

test('hops are numbered from 0, over tabs', () => {
  const told = story().typed(TRACKER).redirect(302, LANDING).lands().opens(OFFER, 2).lands()
  expect(pathsFrom(told)[0]?.hops.map((hop) => hop.index)).toEqual([0, 1, 2])
})

test('a tab shows the path that it is on now', () => {
  const recording = reduceAll(story().typed(TRACKER).lands().typed(OFFER).redirect(302, LANDING).lands().events)
  expect(pathOfTab(recording, 1)?.hops.map(line)).toEqual([`typed 302 ${OFFER}`, `http-redirect 200 ${LANDING}`])
})

test('a tab in which nothing was recorded shows none', () => {
  expect(pathOfTab(reduceAll(story().typed(TRACKER).lands().events), 9)).toBeUndefined()
})

test('a hop lasts until its answer is in, or it redirected', () => {
  const told = story().typed(TRACKER).redirect(302, LANDING).lands()
  expect(pathsFrom(told)[0]?.hops.map((hop) => hop.durationMs)).toEqual([20, 20])
})

test('what an answer said is on its hop', () => {
  const setCookies = [{ name: 'click', value: 'Ab12Cd34Ef56' }]
  const told = story().typed(TRACKER).redirect(302, LANDING, { setCookies, ip: '192.0.2.7' }).lands()
  expect(pathsFrom(told)[0]?.hops[0]).toMatchObject({ setCookies, ip: '192.0.2.7', fromCache: false, tabId: 1 })
})
