import { describe, expect, test } from 'vitest'
import { probeWalks } from '../../lib/analysis/probe-walks.ts'
import { makeProbe } from '../../lib/postback/probe/make-probe.ts'
import { closeTab } from '../../lib/recording/close-tab.ts'
import { notePrivate } from '../../lib/recording/private-tabs.ts'
import { prune } from '../../lib/recording/prune.ts'
import type { Recording } from '../../lib/recording/recording.ts'
import { reduceAll } from './reduce-all.ts'
import { story } from './story.ts'

const probe = makeProbe('https://trk.example/c/7?clickid={clickid}&s1={campaign}', 'aB3x')
const { url: LINK } = probe
const LANDING = 'https://lp.example/?sub=MYTESTclickidaB3x'
const OFFER = 'https://offer.example/'

const wanted = { link: LINK, values: probe.values.map(({ value }) => value), private: false }
const walksIn = (recording: Recording, about = wanted, now = 0) => probeWalks(recording, about, now)
const ends = (recording: Recording, about = wanted) => walksIn(recording, about).map(({ hops }) => hops.at(-1)?.url)

const walked = () => story().typed(LINK).redirect(302, LANDING).lands()

describe('the clicks on a test link', () => {
  test('are found in whatever tab it was opened', () => {
    expect(
      ends(reduceAll(story().typed(OFFER).lands().inTab(7).typed(LINK).redirect(302, LANDING).lands().events)),
    ).toEqual([LANDING])
  })

  test('are told newest first, and no more than five of them', () => {
    const told = walked()
    for (let tab = 2; tab < 9; tab++) told.inTab(tab).typed(LINK).redirect(302, `${OFFER}${tab}`).lands()
    expect(ends(reduceAll(told.events))).toEqual([8, 7, 6, 5, 4].map((tab) => `${OFFER}${tab}`))
  })

  test('go on in the tab that the landing page opens', () => {
    expect(ends(reduceAll(walked().opens(OFFER, 2).lands().events))).toEqual([OFFER])
  })

  test('go on over a link even where no name of the test link is that of an identifier', () => {
    const odd = makeProbe('https://trk.example/{zone}?whatever={x}', 'aB3x')
    const about = { ...wanted, link: odd.url, values: odd.values.map(({ value }) => value) }
    expect(ends(reduceAll(story().typed(odd.url).lands().link(OFFER).lands().events), about)).toEqual([OFFER])
  })

  test('are found where another page led to the test link, with that page before it', () => {
    const preview = `https://ads.example/preview?fbclid=IwAR2kYd8sZ0vQ3x&u=${encodeURIComponent(LINK)}`
    const [walk] = walksIn(reduceAll(story().typed(preview).redirect(302, LINK).lands().events))
    expect(walk?.hops).toHaveLength(2)
    expect(walk?.openedAt).not.toBe(new Date(walk?.hops[0]?.startedAt ?? 0).toISOString())
  })

  test('are no reloads of a page further on, which has the values too', () => {
    expect(walksIn(reduceAll(walked().reload().lands().events))).toHaveLength(1)
    expect(walksIn(reduceAll(walked().reload().lands().events))[0]?.hops).toHaveLength(2)
  })

  test('are found where the browser asked by https instead', () => {
    const plain = LINK.replace('https:', 'http:')
    expect(ends(reduceAll(walked().events), { ...wanted, link: plain })).toEqual([LANDING])
  })

  test('of other values are none of this probe', () => {
    const other = makeProbe('https://trk.example/c/7?clickid={clickid}&s1={campaign}', 'cD4z')
    const about = { ...wanted, link: other.url, values: other.values.map(({ value }) => value) }
    expect(ends(reduceAll(walked().events), about)).toEqual([])
  })

  test('of a text that is no link are none', () => {
    expect(ends(reduceAll(walked().events), { ...wanted, link: 'MYTESTclickidaB3x' })).toEqual([])
  })
})

describe('a click on a test link', () => {
  test('is live while a page is waited for', () => {
    const told = story().typed(LINK).redirect(302, LANDING)
    const now = told.events.at(-1)?.time ?? 0
    expect(walksIn(reduceAll(told.events), wanted, now)).toMatchObject([{ live: true, closed: false }])
    expect(walksIn(reduceAll(told.lands().events), wanted, now)).toMatchObject([{ live: false }])
  })

  test('is not live because its tab is on the way to something else', () => {
    const told = walked().typed(OFFER)
    expect(walksIn(reduceAll(told.events), wanted, told.events.at(-1)?.time)).toMatchObject([{ live: false }])
  })

  test('is told of when its tab is closed, and what is not needed forgotten', () => {
    const recording = reduceAll(walked().events)
    closeTab(recording, 1)
    prune(recording)
    expect(walksIn(recording)).toMatchObject([{ closed: true, hops: [{ url: LINK }, { url: LANDING }] }])
  })

  test('is told of in a private window only where that is wanted', () => {
    const recording = reduceAll(walked().events)
    notePrivate(recording, 1)
    expect(ends(recording)).toEqual([])
    expect(ends(recording, { ...wanted, private: true })).toEqual([LANDING])
  })

  test('that went on in a private window is not told of elsewhere', () => {
    const recording = reduceAll(walked().opens(OFFER, 2).lands().events)
    notePrivate(recording, 2)
    expect(ends(recording)).toEqual([])
  })
})
