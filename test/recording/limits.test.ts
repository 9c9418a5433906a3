import { describe, expect, test } from 'vitest'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { navigationKey } from '../../lib/recording/keys.ts'
import {
  MAX_BODY_LENGTH,
  MAX_COOKIES,
  MAX_NAVIGATIONS_PER_TAB,
  MAX_TARGETINGS,
  MAX_URL_LENGTH,
} from '../../lib/recording/limits.ts'
import * as normalize from '../../lib/recording/normalize.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { reduceAll } from './reduce-all.ts'
import { storeAfter } from './restart.ts'
import { story } from './story.ts'
import { AD, OFFER } from './urls.ts'

describe('a page that changes its address without end', () => {
  const events: CaptureEvent[] = Array.from({ length: MAX_NAVIGATIONS_PER_TAB + 50 }, (_, n) => ({
    type: 'address-changed',
    kind: 'history',
    tabId: 1,
    time: n,
    url: `${AD}?n=${n}`,
    qualifiers: [],
  }))

  test('is kept to the newest changes', () => {
    const urls = reduceAll(events)
      .tabs.get(1)
      ?.navigations.map(({ url }) => url)
    expect(urls?.length).toBe(MAX_NAVIGATIONS_PER_TAB)
    expect(urls?.at(-1)).toBe(events.at(-1)?.url)
  })

  test('does not fill the store', () => {
    expect(Object.keys(storeAfter(events)).length).toBe(MAX_NAVIGATIONS_PER_TAB)
  })

  test('says which key is gone, and which one now says so', () => {
    const recording = reduceAll(events.slice(0, MAX_NAVIGATIONS_PER_TAB))
    const [next] = events.slice(MAX_NAVIGATIONS_PER_TAB)
    if (!next) throw new Error('no event left')
    expect(reduce(recording, next)).toEqual(
      [MAX_NAVIGATIONS_PER_TAB + 1, 1, 2].map((number) => navigationKey(1, number)),
    )
  })
})

test('clicks that go to other tabs are kept to the last few', () => {
  const told = story().typed(AD).lands()
  for (let n = 0; n < MAX_TARGETINGS + 5; n++) told.clicks(`${OFFER}&n=${n}`)
  const urls = reduceAll(told.events)
    .tabs.get(1)
    ?.targetings.map(({ url }) => url)
  expect(urls?.length).toBe(MAX_TARGETINGS)
  expect(urls?.at(-1)).toBe(`${OFFER}&n=${MAX_TARGETINGS + 4}`)
})

describe('of one event is cut', () => {
  const long = `${AD}?x=${'y'.repeat(2 * MAX_URL_LENGTH)}`
  const request = { tabId: 1, timeStamp: 1, requestId: '1', url: long, method: 'GET' }
  const answer = { ...request, statusCode: 302 }

  test('a URL', () => {
    expect(normalize.requestSent(request).url.length).toBe(MAX_URL_LENGTH)
    expect(normalize.navigationBegun({ ...request, frameId: 0 }).url.length).toBe(MAX_URL_LENGTH)
  })

  test('where a redirect leads', () => {
    expect(normalize.requestRedirected({ ...answer, redirectUrl: long })).toMatchObject({
      to: long.slice(0, MAX_URL_LENGTH),
    })
  })

  test('a form’s body', () => {
    const formData = { clickid: ['x'.repeat(2 * MAX_BODY_LENGTH)] }
    const { body } = normalize.requestSent({ ...request, requestBody: { formData } }) as { body?: string }
    expect(body?.length).toBe(MAX_BODY_LENGTH)
  })

  test('the number of cookies', () => {
    const responseHeaders = Array.from({ length: 100 }, (_, n) => ({ name: 'Set-Cookie', value: `c${n}=1` }))
    const { setCookies } = normalize.responseStarted({ ...answer, responseHeaders }) as { setCookies?: unknown[] }
    expect(setCookies?.length).toBe(MAX_COOKIES)
  })
})
