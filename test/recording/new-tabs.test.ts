import { describe, expect, test } from 'vitest'
import { pathOfTab } from '../../lib/recording/paths.ts'
import { line, pathsFrom, reduceAll, tell } from './reduce-all.ts'
import { story } from './story.ts'
import { AD, LANDING, NETWORK, OFFER, OFFER_WITHOUT_ID, TRACKER } from './urls.ts'

const landing = () => story().typed(TRACKER).redirect(302, LANDING).lands()
const LANDED = [`typed 302 ${TRACKER}`, `http-redirect 200 ${LANDING}`]

describe('the path goes on in the new tab', () => {
  test('that a link with target=_blank opened', () => {
    expect(tell(landing().opens(OFFER, 2).lands())).toEqual([[...LANDED, `link 200 ${OFFER} tab 2`]])
  })

  test('that window.open opened', () => {
    expect(tell(landing().opens(OFFER, 2, 'script').lands())).toEqual([[...LANDED, `script 200 ${OFFER} tab 2`]])
  })

  test('that a PDF opened, or the person on one: no content script tells which', () => {
    const pdf = story().typed(TRACKER).lands({ mute: true })
    expect(tell(pdf.opens(OFFER, 2, 'script').lands())).toEqual([
      [`typed 200 ${TRACKER}`, `unknown 200 ${OFFER} tab 2`],
    ])
  })

  test('that a PDF opened after a jump inside it', () => {
    const pdf = story().typed(TRACKER).lands({ mute: true }).address('fragment', `${TRACKER}#page=2`)
    expect(tell(pdf.opens(OFFER, 2, 'script').lands())[0]?.at(-1)).toBe(`unknown 200 ${OFFER} tab 2`)
  })

  test('that a form with target=_blank opened', () => {
    expect(tell(landing().opens(OFFER, 2, 'form').lands())).toEqual([[...LANDED, `form 200 ${OFFER} tab 2`]])
  })

  test('that a GET form opened: its fields stand where its action’s query was', () => {
    const told = landing().clicks('https://offer.example/?old=1', 'form').opens(OFFER, 2, 'script').lands()
    expect(tell(told)).toEqual([[...LANDED, `form 200 ${OFFER} tab 2`]])
  })

  test('even where its URL has lost the identifier', () => {
    expect(tell(landing().opens(OFFER_WITHOUT_ID, 2).lands())).toEqual([
      [...LANDED, `link 200 ${OFFER_WITHOUT_ID} tab 2`],
    ])
  })

  test('through redirects', () => {
    expect(tell(landing().opens(NETWORK, 2).redirect(302, OFFER).lands())).toEqual([
      [...LANDED, `link 302 ${NETWORK} tab 2`, `http-redirect 200 ${OFFER}`],
    ])
  })

  test('through a third tab', () => {
    expect(tell(landing().opens(NETWORK, 2).lands().opens(OFFER, 3).lands())).toEqual([
      [...LANDED, `link 200 ${NETWORK} tab 2`, `link 200 ${OFFER} tab 3`],
    ])
  })

  test('whose opener is told late, as with noopener under load', () => {
    const told = landing().opens(OFFER, 2).lands()
    const at = told.events.findIndex((event) => event.type === 'tab-opened')
    told.events.push(...told.events.splice(at, 1))
    expect(tell(told)).toEqual([[...LANDED, `link 200 ${OFFER} tab 2`]])
  })

  test('when a script first opens it empty and then sends it on', () => {
    // about:blank is no hop, so the tab's first navigation is the offer's.
    const told = landing().opens(OFFER, 2, 'script').lands()
    for (const event of told.events) if (event.type === 'tab-opened') event.url = 'about:blank'
    expect(tell(told)).toEqual([[...LANDED, `script 200 ${OFFER} tab 2`]])
  })
})

describe('what was written into a tab that a script opened empty', () => {
  const written = (beginning: Parameters<ReturnType<typeof story>['unheard']>[1], clicks?: 'link' | 'form') => {
    const told = landing().wait(1).inTab(2)
    if (clicks) told.clicks(OFFER, clicks)
    told.unheard(OFFER, { from: LANDING, ...beginning }).lands()
    const opening = told.events.findIndex(({ tabId }) => tabId === 2)
    const { time = 0 } = told.events[opening] ?? {}
    told.events.splice(opening, 0, { type: 'tab-opened', tabId: 2, time, url: 'about:blank', sourceTabId: 1 })
    return tell(told)
  }

  test('leads on by a link', () => {
    expect(written({}, 'link')).toEqual([[...LANDED, `link 200 ${OFFER} tab 2`]])
  })

  test('leads on by a form that submits itself', () => {
    expect(written({ transition: 'form_submit' })).toEqual([[...LANDED, `form 200 ${OFFER} tab 2`]])
  })

  test('leads on by a meta refresh, or a script beside it: nobody tells which', () => {
    expect(written({ qualifiers: ['client_redirect'] })).toEqual([[...LANDED, `unknown 200 ${OFFER} tab 2`]])
  })
})

describe('a click that has led to what another tab shows, a moment ago, has no part in what comes later there', () => {
  const opened = () => landing().opens(NETWORK, 2).lands()

  test('as when it is loaded again', () => {
    expect(tell(opened().unheard(NETWORK, { from: LANDING, transition: 'reload' }).lands())).toEqual([
      [...LANDED, `link 200 ${NETWORK} tab 2`],
      [`reload 200 ${NETWORK}`],
    ])
  })

  test('as when the person comes back to it', () => {
    const told = opened()
      .link(OFFER)
      .lands()
      .unheard(NETWORK, { from: LANDING, qualifiers: ['forward_back'] })
      .lands()
    expect(tell(told)).toEqual([
      [...LANDED, `link 200 ${NETWORK} tab 2`, `link 200 ${OFFER}`],
      [`back-forward 200 ${NETWORK}`],
    ])
  })
})

test('the first hop of the new tab names the tab that opened it, the others do not', () => {
  const told = landing().opens(NETWORK, 2).redirect(302, OFFER).lands()
  expect(pathsFrom(told)[0]?.hops.map((hop) => hop.openerTabId)).toEqual([undefined, undefined, 1, undefined])
})

test('the clicked element stands on the first hop of the new tab', () => {
  expect(pathsFrom(landing().opens(OFFER, 2).lands())[0]?.hops.at(-1)?.element).toContain('target="_blank"')
})

describe('a page that opens a tab and goes on itself (a pop-under)', () => {
  const told = () => landing().opens(OFFER, 2, 'script').lands().inTab(1).script(NETWORK).lands()

  test('gives two paths that share their first hops', () => {
    expect(tell(told())).toEqual([
      [...LANDED, `script 200 ${OFFER} tab 2`],
      [...LANDED, `script 200 ${NETWORK}`],
    ])
  })

  test('gives each path an id of its own', () => {
    const ids = pathsFrom(told()).map((path) => path.id)
    expect(new Set(ids).size).toBe(2)
  })

  test('leaves the first branch the id that the path had', () => {
    expect(pathsFrom(told())[0]?.id).toBe(pathsFrom(landing())[0]?.id)
  })

  test('shows each tab its own path', () => {
    const recording = reduceAll(told().events)
    expect([1, 2].map((tab) => pathOfTab(recording, tab)?.hops.map(line).at(-1))).toEqual([
      `script 200 ${NETWORK}`,
      `script 200 ${OFFER} tab 2`,
    ])
  })
})

test('the tab that opened another shows how the path went on there', () => {
  const recording = reduceAll(landing().opens(OFFER, 2).lands().events)
  expect(pathOfTab(recording, 1)?.hops.map(line).at(-1)).toBe(`link 200 ${OFFER} tab 2`)
})

test('two links opened from one page give two paths', () => {
  const told = landing().opens(OFFER, 2).lands().inTab(1).opens(NETWORK, 3).lands()
  expect(tell(told)).toEqual([
    [...LANDED, `link 200 ${OFFER} tab 2`],
    [...LANDED, `link 200 ${NETWORK} tab 3`],
  ])
})

test('a tab that a page without identifier opened begins a path of its own', () => {
  expect(tell(story().typed(AD).lands().opens(TRACKER, 2).lands())).toEqual([
    [`typed 200 ${AD}`],
    [`link 200 ${TRACKER}`],
  ])
})

test('what is typed in a tab that a page opened is a path of its own', () => {
  const told = landing().opens(OFFER, 2).lands().typed(TRACKER).lands()
  expect(tell(told)).toEqual([[...LANDED, `link 200 ${OFFER} tab 2`], [`typed 200 ${TRACKER}`]])
})

test('a tab whose opener was never recorded begins a path', () => {
  expect(tell(story().inTab(7).opens(OFFER, 8, 'script').lands())).toHaveLength(1)
})

test('two tabs at the same time do not mix', () => {
  const told = story()
    .typed(TRACKER)
    .inTab(2)
    .typed(TRACKER)
    .inTab(1)
    .redirect(302, LANDING)
    .inTab(2)
    .redirect(302, OFFER)
    .inTab(1)
    .lands()
    .inTab(2)
    .lands()
  expect(tell(told)).toEqual([LANDED, [`typed 302 ${TRACKER}`, `http-redirect 200 ${OFFER}`]])
})

describe('a link that names a tab which is there already', () => {
  const named = () => landing().opens(OFFER, 2).lands().inTab(1).clicks(NETWORK).inTab(2)

  test('goes on from the page that has the link, not from the one that the tab showed', () => {
    expect(tell(named().unheard(NETWORK, { from: LANDING }).redirect(302, OFFER).lands())).toEqual([
      [...LANDED, `link 200 ${OFFER} tab 2`],
      [...LANDED, `link 302 ${NETWORK} tab 2`, `http-redirect 200 ${OFFER}`],
    ])
  })

  test('is not what the page there begins itself', () => {
    expect(tell(named().script(NETWORK).lands())).toEqual([
      [...LANDED, `link 200 ${OFFER} tab 2`, `script 200 ${NETWORK}`],
    ])
  })

  test('is not what a person types there', () => {
    expect(tell(named().typed(NETWORK).lands())[1]).toEqual([`typed 200 ${NETWORK}`])
  })
})
