import { describe, expect, it } from 'vitest'
import { pathSince, tabsSince } from '../../cli/walk/funnel-tabs.ts'
import { opens, page, recorded } from './recorded.ts'

const AD = 'https://trk.example/c?fbclid=IwAR123456789'
const LANDING = 'https://lp.example/?fbclid=IwAR123456789'
const OFFER = 'https://offer.example/?fbclid=IwAR123456789'
const NONE: ReadonlySet<number> = new Set()

const urls = (...args: Parameters<typeof pathSince>) => pathSince(...args)?.hops.map(({ url }) => url)

describe('the path of a funnel', () => {
  it('is the one of its own tab, not of the funnel before', () => {
    const recording = recorded(...page(1, AD, 1000), ...page(2, LANDING, 2000))
    expect(urls(recording, new Set([1]))).toEqual([LANDING])
  })

  it('goes on in the tab that its page opened', () => {
    const recording = recorded(
      ...page(1, LANDING, 1000),
      opens(1, 2, OFFER, 2000),
      ...page(2, OFFER, 2010, 'https://lp.example'),
    )
    expect(urls(recording, NONE)).toEqual([LANDING, OFFER])
  })

  it('is the opened tab’s, though the page behind goes elsewhere later', () => {
    const recording = recorded(
      ...page(1, LANDING, 1000),
      opens(1, 2, OFFER, 2000),
      ...page(2, OFFER, 2010, 'https://lp.example'),
      ...page(1, 'https://ads.example/?x=1', 2500, 'https://lp.example'),
    )
    expect(urls(recording, NONE)).toEqual([LANDING, OFFER])
  })

  it('begins at the link, where the page before carried no identifier', () => {
    const recording = recorded(
      ...page(1, 'https://ads.example/', 1000),
      { type: 'page-navigates', tabId: 1, url: AD, time: 1999, userInitiated: true, how: 'link' },
      ...page(1, AD, 2000, 'https://ads.example'),
    )
    expect(urls(recording, NONE)).toEqual([AD])
  })

  it('is none where nothing was recorded', () => {
    expect(pathSince(recorded(...page(1, AD, 1000)), new Set([1]))).toBeUndefined()
  })
})

describe('the tabs of a funnel', () => {
  it('do not include one that an older tab opened meanwhile', () => {
    const recording = recorded(...page(1, AD, 1000), ...page(2, AD, 2000), opens(1, 3, OFFER, 2100))
    expect(tabsSince(recording, new Set([1]))).toEqual([2])
  })

  it('end, though two tabs say that each opened the other', () => {
    const recording = recorded(opens(1, 2, OFFER, 1000), opens(2, 1, OFFER, 1100))
    expect(tabsSince(recording, NONE).sort()).toEqual([1, 2])
  })
})
