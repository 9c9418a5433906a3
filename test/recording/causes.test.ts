import { describe, expect, test } from 'vitest'
import { pathsOf } from '../../lib/recording/paths.ts'
import { prune } from '../../lib/recording/prune.ts'
import { seal } from '../../lib/recording/seal.ts'
import { pathsFrom, reduceAll, tell } from './reduce-all.ts'
import { firefoxStory, type Story, story } from './story.ts'
import { AD, LANDING, OFFER, TRACKER } from './urls.ts'

/** Cause of the last hop of the last path. */
const cause = (told: Story) => pathsFrom(told).at(-1)?.hops.at(-1)?.cause

describe.each([
  ['Chromium', story],
  ['Firefox', firefoxStory],
] as const)('in %s the cause is', (_, begin) => {
  const landing = () => begin().typed(LANDING).lands()

  test('typed: no page began it', () => {
    expect(cause(begin().typed(TRACKER).lands())).toBe('typed')
  })

  test('typed: no page began it, though another one was there', () => {
    expect(cause(landing().typed(OFFER).lands())).toBe('typed')
  })

  test('link: a person clicked', () => {
    expect(cause(landing().link(OFFER).lands())).toBe('link')
  })

  test('form: a person submitted', () => {
    expect(cause(landing().form(OFFER, { method: 'POST' }).lands())).toBe('form')
  })

  test('script: nobody clicked', () => {
    expect(cause(landing().script(OFFER).lands())).toBe('script')
  })

  test('meta-refresh: the page has one that is due', () => {
    expect(cause(landing().metaRefresh(OFFER).lands())).toBe('meta-refresh')
  })

  test('refresh-header: the page’s answer had one', () => {
    const told = begin()
      .typed(LANDING)
      .lands({ refresh: `0;url=${OFFER}` })
    expect(cause(told.script(OFFER).lands())).toBe('refresh-header')
  })

  test('refresh-header: its delay is over', () => {
    const told = begin()
      .typed(LANDING)
      .lands({ refresh: `2;url=${OFFER}` })
    expect(cause(told.wait(2_000).script(OFFER).lands())).toBe('refresh-header')
  })

  test('refresh-header: its delay is over since the answer, and the busy browser told late that the page is there', () => {
    const told = begin().typed(LANDING).answers({}, `1;url=${OFFER}`).wait(600).shows()
    expect(cause(told.wait(300).script(OFFER).lands())).toBe('refresh-header')
  })

  test('script: it went where the Refresh header leads, before its delay was over', () => {
    const told = begin()
      .typed(LANDING)
      .lands({ refresh: `9;url=${OFFER}` })
    expect(cause(told.script(OFFER).lands())).toBe('script')
  })

  test('script: it went elsewhere than the Refresh header leads', () => {
    const told = begin().typed(LANDING).lands({ refresh: '0;url=https://elsewhere.example/' })
    expect(cause(told.script(OFFER).lands())).toBe('script')
  })

  test('typed: where the Refresh header leads, but no page began it', () => {
    const told = begin()
      .typed(LANDING)
      .lands({ refresh: `0;url=${OFFER}` })
    expect(cause(told.typed(OFFER).lands())).toBe('typed')
  })

  test('refresh-header: without a content script', () => {
    const told = begin()
      .typed(LANDING)
      .lands({ refresh: `0;url=${OFFER}` })
    expect(cause(told.unheard(OFFER).lands())).toBe('refresh-header')
  })

  test('reload: a person pressed the button', () => {
    expect(cause(landing().reload().lands())).toBe('reload')
  })

  test('unknown: what the tab shows is asked for again and nothing comes of it: typed, or a reload', () => {
    expect(cause(landing().reload().bringsNoDocument())).toBe('unknown')
    expect(cause(landing().typed(`${LANDING}#again`).fails())).toBe('unknown')
  })

  test('typed: nothing comes of what the tab does not show', () => {
    expect(cause(landing().typed(OFFER).bringsNoDocument())).toBe('typed')
  })

  test('reload: a person clicked on what reloads the page', () => {
    expect(cause(landing().clicksUnnamed(LANDING, 'reload').lands())).toBe('reload')
  })

  test('link: a person clicked on one that the page’s word does not name, such as one of SVG', () => {
    expect(cause(landing().clicksUnnamed(OFFER, 'other').lands())).toBe('link')
  })

  test('typed: though a link to the same place was clicked a moment before', () => {
    expect(cause(landing().clicks(OFFER).typed(OFFER).lands())).toBe('typed')
  })

  test('script: the page reloads itself', () => {
    expect(cause(landing().reloadsItself().lands())).toBe('script')
  })

  test('back-forward: with a request', () => {
    expect(cause(landing().link(OFFER).lands().back(LANDING).lands())).toBe('back-forward')
  })

  test('back-forward: forward to where a click in a frame had led a moment ago', () => {
    const from = 'https://frame.example/'
    const told = landing().clicks(OFFER).unheard(OFFER, { from }).lands().back(LANDING).lands()
    expect(cause(told.unheard(OFFER, { from, qualifiers: ['forward_back'] }).lands())).toBe('back-forward')
  })

  test('reload: of where a click in a frame had led a moment ago', () => {
    const from = 'https://frame.example/'
    const told = landing().clicks(OFFER).unheard(OFFER, { from }).lands()
    expect(cause(told.unheard(OFFER, { from, transition: 'reload' }).lands())).toBe('reload')
  })

  test('back-forward: out of memory', () => {
    const told = landing().link(OFFER).lands().back(LANDING)
    told.events.splice(-2, 1)
    expect(tell(told.shows()).at(-1)).toEqual([`back-forward – ${LANDING}`])
  })

  test('history: pushState or replaceState', () => {
    expect(cause(landing().address('history', 'https://lp.example/step-2'))).toBe('history')
  })

  test('fragment: a jump inside the page', () => {
    expect(cause(landing().address('fragment', `${LANDING}#offer`))).toBe('fragment')
  })

  test('back-forward: a step back inside the page', () => {
    const told = landing().address('history', `${LANDING}&step=2`).address('history', LANDING, ['forward_back'])
    expect(cause(told)).toBe('back-forward')
  })

  test('link: a click in a frame that sends the whole tab on', () => {
    const told = landing().clicks(OFFER).unheard(OFFER, { from: 'https://frame.example/' })
    expect(cause(told.lands())).toBe('link')
  })

  test('script: a frame of another site sends the whole tab on', () => {
    expect(cause(landing().unheard(OFFER, { from: 'https://frame.example/' }).lands())).toBe('script')
  })

  test('unknown: a page began it, and no content script was there to tell how', () => {
    expect(cause(landing().unheard(OFFER).lands())).toBe('unknown')
  })

  test('unknown: a page began it that was never recorded', () => {
    expect(cause(begin().unheard(OFFER, { from: 'https://elsewhere.example/' }).lands())).toBe('unknown')
  })

  test('unknown: the browser says that a page sent it on, and not which', () => {
    expect(
      cause(
        landing()
          .unheard(OFFER, { from: undefined, qualifiers: ['client_redirect'] })
          .lands(),
      ),
    ).toBe('unknown')
  })
})

describe.each([
  ['Chromium', story],
  ['Firefox', firefoxStory],
] as const)('in %s, after a pause', (_, begin) => {
  const landing = () => begin().typed(LANDING).lands()

  test('unknown: a page began it that came while nothing was recorded', () => {
    const told = landing()
    const recording = reduceAll(told.events)
    seal(recording)
    const next = told.unheard(OFFER, { from: 'https://elsewhere.example/' }).lands().events.slice(4)
    expect(pathsOf(reduceAll(next, recording)).map(({ hops }) => hops.at(-1)?.cause)).toEqual(['typed', 'unknown'])
  })
})

describe('the cause of a tab that a page opened without a word of a click is', () => {
  const elsewhere = 'https://elsewhere.example/'

  test('script: the page was seen coming, and would have told of a click', () => {
    expect(cause(story().typed(LANDING).lands().opens(OFFER, 2, 'script').lands())).toBe('script')
  })

  test('script: the page was seen coming, and is forgotten since', () => {
    const recording = reduceAll(
      story().typed(AD).lands().opens(OFFER, 2, 'script').lands().inTab(1).typed(TRACKER).lands().events,
    )
    prune(recording)
    expect(pathsOf(recording).map(({ hops }) => hops.at(-1)?.cause)).toEqual(['script', 'typed'])
  })

  test('unknown: nobody saw the page coming', () => {
    expect(cause(story().clicks(elsewhere).opens(OFFER, 2, 'script').lands())).toBe('unknown')
  })

  test('link: nobody saw the page coming, and yet it told of the click', () => {
    expect(cause(story().opens(OFFER, 2).lands())).toBe('link')
  })
})

describe('the element that began it', () => {
  test('is kept of a link', () => {
    const told = story().typed(LANDING).lands().link(OFFER, '<a id="cta">Get it</a>').lands()
    expect(pathsFrom(told)[0]?.hops.at(-1)?.element).toBe('<a id="cta">Get it</a>')
  })

  test('stands on the first hop of what it began, not on the redirects that follow', () => {
    const told = story().typed(LANDING).lands().link(TRACKER, '<a id="cta">Get it</a>').redirect(302, OFFER).lands()
    expect(pathsFrom(told)[0]?.hops.map((hop) => hop.element)).toEqual([undefined, '<a id="cta">Get it</a>', undefined])
  })
})

test('unknown: without a content script, client_redirect may be of a script or of a meta refresh', () => {
  const told = story().typed(LANDING).lands()
  expect(cause(told.unheard(OFFER, { qualifiers: ['client_redirect'] }).lands())).toBe('unknown')
})

test('typed: not where the request was never heard, which would name the page that began it', () => {
  const { events } = firefoxStory().typed(LANDING).lands().unheard(OFFER).lands()
  const left = events.filter(({ type, url }) => !(type === 'request-sent' && url === OFFER))
  expect(tell({ events: left })).toEqual([[`typed 200 ${LANDING}`, `unknown 200 ${OFFER}`]])
})

test('without a content script, form_submit still tells a form', () => {
  expect(cause(story().typed(LANDING).lands().unheard(OFFER, { transition: 'form_submit' }).lands())).toBe('form')
})

test('a state that is set again and again without another URL is no hop', () => {
  const told = story().typed(LANDING).lands().address('history', LANDING).address('history', LANDING)
  expect(tell(told)).toEqual([[`typed 200 ${LANDING}`]])
})
