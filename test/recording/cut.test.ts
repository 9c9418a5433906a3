import { describe, expect, test } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import { navigationKey, tabKey } from '../../lib/recording/keys.ts'
import { MAX_NAVIGATIONS_PER_TAB, MAX_URL_LENGTH } from '../../lib/recording/limits.ts'
import * as normalize from '../../lib/recording/normalize.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { restore } from '../../lib/recording/restore.ts'
import { reduceAll } from './reduce-all.ts'
import { storeAfter } from './restart.ts'
import { firefoxStory, story } from './story.ts'
import { AD, LANDING, OFFER, TRACKER } from './urls.ts'

const funnel = () => story().typed(TRACKER).redirect(302, LANDING).lands().script(OFFER).lands()

/** What the paths say once a record of the store has become unreadable. */
const withBroken = (told: { events: ReturnType<typeof funnel>['events'] }, key: string) =>
  pathsOf(restore({ ...storeAfter(told.events), [key]: 'not what was written' }))

test('a path of which nothing is missing says nothing', () => {
  expect(pathsOf(reduceAll(funnel().events))[0]).not.toHaveProperty('cut')
})

test('a path whose beginning nobody heard says so: the extension came to it when a chain was under way', () => {
  for (const told of [story(), firefoxStory()]) {
    const { events } = told.typed(TRACKER).redirect(302, LANDING).redirect(302, OFFER).lands()
    const answer = events.findLastIndex(({ type }) => type === 'request-redirected')
    for (const from of [answer, answer + 1]) {
      expect(pathsOf(reduceAll(events.slice(from)))).toMatchObject([
        { hops: [{ cause: 'unknown' }, {}].slice(from - answer), cut: { unheard: true } },
      ])
    }
  }
})

describe('a record that cannot be read', () => {
  test('begins the path after it, which says that hops are missing', () => {
    const paths = withBroken(funnel(), navigationKey(1, 1))
    expect(paths.map(({ hops, cut }) => [hops.map(({ url }) => url), cut])).toEqual([[[OFFER], { hopsBefore: 1 }]])
  })

  test('in the middle does not join what lies on either side of it', () => {
    const told = story().typed(TRACKER).lands().typed(AD).lands().script(OFFER).lands()
    const paths = withBroken(told, navigationKey(1, 2))
    expect(paths.map(({ hops, cut }) => [hops.map(({ url }) => url), cut])).toEqual([
      [[TRACKER], undefined],
      [[OFFER], { hopsBefore: 1 }],
    ])
  })

  test('at the end is told by whatever comes next', () => {
    const recording = restore({ ...storeAfter(funnel().events), [navigationKey(1, 2)]: null })
    for (const event of story().wait(60_000).unheard(OFFER, { from: LANDING }).lands().events) reduce(recording, event)
    expect(pathsOf(recording).map(({ cut }) => cut)).toEqual([undefined, { hopsBefore: 1 }])
  })

  test('that was all there was of a tab is told by whatever comes next', () => {
    const recording = restore({ [navigationKey(1, 1)]: {} })
    for (const event of story().unheard(OFFER, { from: LANDING }).lands().events) reduce(recording, event)
    expect(pathsOf(recording).map(({ cut }) => cut)).toEqual([{ hopsBefore: 1 }])
  })

  test('of the page that opened a tab is told by the tab', () => {
    const [path] = withBroken(story().typed(TRACKER).lands().opens(OFFER, 2).lands(), navigationKey(1, 1))
    expect([path?.hops.map(({ url }) => url), path?.cut]).toEqual([[OFFER], { hopsBefore: 1 }])
  })

  test('of who opened a tab is told by the tab', () => {
    const paths = withBroken(story().typed(TRACKER).lands().opens(OFFER, 2).lands(), tabKey(2))
    expect(paths.map(({ cut }) => cut)).toEqual([undefined, { hopsBefore: 1 }])
  })

  test('does not make a path incomplete that a person began after it', () => {
    const told = story().typed(TRACKER).lands().typed(AD).redirect(302, LANDING).lands()
    expect(withBroken(told, navigationKey(1, 1)).map(({ cut }) => cut)).toEqual([undefined])
  })
})

describe('a path of more hops than are kept', () => {
  test('says how many went', () => {
    const told = story().typed(TRACKER).redirect(302, LANDING).lands()
    for (let n = 0; n < MAX_NAVIGATIONS_PER_TAB + 4; n++) told.address('history', `${LANDING}&n=${n}`)
    const [path] = pathsOf(reduceAll(told.events))
    expect(path?.hops.length).toBe(MAX_NAVIGATIONS_PER_TAB)
    // Two of the redirect, and the first four changes of the address.
    expect(path?.cut).toEqual({ hopsBefore: 6 })
  })
})

describe('a URL that is longer than is kept', () => {
  const long = `${AD}?x=${'y'.repeat(2 * MAX_URL_LENGTH)}&clickid=Ab12Cd34Ef56`

  test('is told by its hop', () => {
    const details = { tabId: 1, timeStamp: 1, requestId: '1', url: long, method: 'GET', frameId: 0 }
    const [path] = pathsOf(
      reduceAll([
        normalize.navigationBegun(details),
        normalize.requestSent(details),
        normalize.requestRedirected({ ...details, statusCode: 302, redirectUrl: OFFER }),
      ]),
    )
    expect(path?.cut).toEqual({ urls: [0] })
  })

  test('is told by the judged path too', () => {
    const path = { id: '1', startedAt: '', hops: [], cut: { urls: [0] } }
    expect(judge(path).cut).toEqual({ urls: [0] })
  })
})
