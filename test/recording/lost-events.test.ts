import { describe, expect, test } from 'vitest'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { pathsFrom, tell } from './reduce-all.ts'
import { firefoxStory, type Story, story } from './story.ts'
import { AD } from './urls.ts'

/*
 * A worker that dies takes along what it was told and had not written yet, and what happens while it wakes up may never
 * be told at all. One event less must not cost a hop, nor show one twice.
 */

const at = (host: string) => `https://${host}.example/?clickid=Ab12Cd34Ef56`

const redirects = (begin: () => Story) =>
  Array.from({ length: 11 }, (_, n) => at(`h${n}`))
    .reduce((told, url) => told.redirect(302, url), begin().typed(at('trk')))
    .lands()

/** Twelve hops, begun in every way there is. */
const pages = (begin: () => Story) =>
  begin()
    .typed(at('a'))
    .redirect(302, at('b'))
    .lands()
    .script(at('c'))
    .redirect(301, at('d'))
    .redirect(307, at('e'))
    .lands()
    .metaRefresh(at('f'))
    .lands()
    .link(at('g'))
    .redirect(303, at('h'))
    .lands()
    .submitsItself(at('i'), { method: 'POST', body: 'clickid=Ab12Cd34Ef56' })
    .redirect(302, at('j'))
    .lands()
    .address('history', `${at('j')}&step=2`)
    .script(at('k'))
    .lands()

/** Tabs, steps through the history, reloads: what the browser's own words tell of. */
const buttons = (begin: () => Story) =>
  begin()
    .typed(at('a'))
    .lands()
    .opens(at('b'), 2)
    .redirect(302, at('c'))
    .lands()
    .reload()
    .redirect(302, at('d'))
    .lands()
    .back(at('e'))
    .redirect(302, at('f'))
    .lands()
    .form(at('g'), { method: 'POST', body: 'clickid=Ab12Cd34Ef56' })
    .redirect(302, at('h'))
    .lands()

const urls = (events: CaptureEvent[]) => pathsFrom({ events }).map((path) => path.hops.map((hop) => hop.url))

const without = (events: CaptureEvent[], index: number) => events.filter((_, n) => n !== index)

describe.each([
  ['redirects, in Chromium', redirects(story)],
  ['redirects, in Firefox', redirects(firefoxStory)],
  ['pages, in Chromium', pages(story)],
  ['pages, in Firefox', pages(firefoxStory)],
])('of twelve %s', (_, { events }) => {
  const all = urls(events)

  test('there are twelve', () => {
    expect(all.map((hops) => hops.length)).toEqual([12])
  })

  test.each(events.map(({ type, url }, index) => [index, type, url] as const))(
    'none is lost or doubled when event %i is lost: %s %s',
    (index) => {
      const lost = events[index]
      // A change of the address is told by this one event: nothing else knows of it.
      const known = lost?.type === 'address-changed' ? all.map((hops) => hops.filter((url) => url !== lost.url)) : all
      expect(urls(without(events, index))).toEqual(known)
    },
  )
})

describe('when a tab’s opening is lost', () => {
  const told = story().typed(at('lp')).lands().opens(at('offer'), 2).redirect(302, at('thanks')).lands()
  const events = told.events.filter(({ type }) => type !== 'tab-opened')

  // Only this event joins the two tabs; the click’s URL alone would join what two people’s tabs do by chance.
  test('the new tab’s hops are a path of their own, and none is lost', () => {
    expect(urls(events)).toEqual([[at('lp')], [at('offer'), at('thanks')]])
  })
})

test('a beginning that is lost with the request leaves the commit to tell of the hop', () => {
  const { events } = story().typed(AD).lands().script(at('lp')).lands()
  const left = events.filter(({ type, url }) => url === AD || type === 'navigation-committed')
  expect(urls(left)).toEqual([[AD, at('lp')]])
})

test('a redirect that is lost with the request after it: nobody knows what sent the browser on', () => {
  const { events } = story().typed(at('a')).redirect(302, at('b')).redirect(302, at('c')).lands()
  const left = events.filter(
    ({ type, url }) =>
      !(type === 'request-redirected' && url === at('b')) && !(type === 'request-sent' && url === at('c')),
  )
  expect(tell({ events: left })).toEqual([
    [`typed 302 ${at('a')}`, `http-redirect – ${at('b')}`, `unknown 200 ${at('c')}`],
  ])
})

describe.each([
  ['redirects, in Chromium', redirects(story)],
  ['redirects, in Firefox', redirects(firefoxStory)],
  ['pages, in Chromium', pages(story)],
  ['pages, in Firefox', pages(firefoxStory)],
  ['buttons, in Chromium', buttons(story)],
  ['buttons, in Firefox', buttons(firefoxStory)],
])('of %s', (_, { events }) => {
  const causes = (heard: CaptureEvent[]) =>
    pathsFrom({ events: heard }).flatMap(({ hops }) => hops.map(({ url, cause }) => `${cause} ${url}`))
  const truth = causes(events)

  test.each(events.map(({ type, url }, index) => [index, type, url] as const))(
    'no cause is guessed by who hears them only from event %i on: %s %s',
    (index) => {
      const guessed = causes(events.slice(index)).filter((hop) => !hop.startsWith('unknown') && !truth.includes(hop))
      expect(guessed).toEqual([])
    },
  )
})

test('how long a hop took is not known where nobody heard its request', () => {
  const { events } = story().typed(at('a')).redirect(302, at('b')).lands()
  const left = events.filter(({ type, url }) => !(type === 'request-sent' && url === at('b')))
  expect(pathsFrom({ events: left })[0]?.hops.map(({ durationMs }) => durationMs)).toEqual([20, null])
})

test('a worker that wakes in mid-chain knows the hops from there on', () => {
  const { events } = redirects(story)
  expect(urls(events.slice(9))[0]?.slice(-8)).toEqual(urls(events)[0]?.slice(-8))
})

test('redirects that nobody lived to see: the hop after them came somehow, and nobody guesses how', () => {
  const { events } = story()
    .typed(at('h0'))
    .redirect(302, at('h1'))
    .redirect(302, at('h2'))
    .redirect(302, at('h3'))
    .lands()
  const seen = events.filter(({ url }) => url === at('h0') || url === at('h3'))
  expect(tell({ events: seen })).toEqual([
    [`typed 302 ${at('h0')}`, `http-redirect – ${at('h1')}`, `unknown 200 ${at('h3')}`],
  ])
})
