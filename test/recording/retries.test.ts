import { describe, expect, test } from 'vitest'
import { tell } from './reduce-all.ts'
import { story } from './story.ts'
import { OFFER, TRACKER } from './urls.ts'

const RESET = 'net::ERR_CONNECTION_RESET'
const broken = () => story().typed(TRACKER).redirect(302, OFFER).fails(RESET)
const BROKEN = [`typed 302 ${TRACKER}`, `http-redirect ${RESET} ${OFFER}`]

describe('a redirect led to a page that failed', () => {
  test('and Chromium, which loads it again on its own, brings it: the click goes on', () => {
    expect(tell(broken().typed(OFFER).lands())).toEqual([[...BROKEN, `reload 200 ${OFFER}`]])
  })

  test('and the attempt that brings it comes after one that failed as well', () => {
    expect(tell(broken().typed(OFFER).fails(RESET).typed(OFFER).lands())).toEqual([[...BROKEN, `reload 200 ${OFFER}`]])
  })

  test('and the person reloads it: a click of its own', () => {
    const told = broken().typed(OFFER).lands()
    const commit = told.events.at(-1)
    if (commit?.type === 'navigation-committed') commit.transition = 'reload'
    expect(tell(told)).toEqual([BROKEN, [`reload 200 ${OFFER}`]])
  })

  test('and the person types another URL: a click of its own', () => {
    expect(tell(broken().typed(TRACKER).lands())).toEqual([BROKEN, [`typed 200 ${TRACKER}`]])
  })
})

test('a chain too long for Chromium, which goes on by itself where it gave up', () => {
  const told = story().typed(TRACKER).redirect(302, OFFER)
  told.redirect(302, `${OFFER}&last=1`).fails('net::ERR_TOO_MANY_REDIRECTS')
  // The browser blames the URL that led too far.
  const failed = told.events.at(-1)
  if (failed) failed.url = OFFER
  expect(tell(told.typed(OFFER).redirect(302, `${OFFER}&last=1`).lands())).toEqual([
    [
      `typed 302 ${TRACKER}`,
      `http-redirect 302 ${OFFER}`,
      `http-redirect net::ERR_TOO_MANY_REDIRECTS ${OFFER}&last=1`,
      `reload 302 ${OFFER}`,
      `http-redirect 200 ${OFFER}&last=1`,
    ],
  ])
})
