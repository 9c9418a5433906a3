import { describe, expect, test } from 'vitest'
import { pathsFrom, tell } from './reduce-all.ts'
import { firefoxStory, story } from './story.ts'
import { LANDING, NETWORK, OFFER, TRACKER } from './urls.ts'

describe('a server redirects', () => {
  test.each([301, 302, 303, 307, 308])('by %i', (status) => {
    expect(tell(story().typed(TRACKER).redirect(status, OFFER).lands())).toEqual([
      [`typed ${status} ${TRACKER}`, `http-redirect 200 ${OFFER}`],
    ])
  })

  test('twelve times', () => {
    const urls = Array.from({ length: 12 }, (_, n) => `https://h${n}.example/?clickid=Ab12Cd34Ef56`)
    const told = urls.reduce((s, url) => s.redirect(302, url), story().typed(TRACKER)).lands()
    expect(pathsFrom(told)[0]?.hops.map((hop) => hop.url)).toEqual([TRACKER, ...urls])
  })

  test('to itself, with a cookie', () => {
    const told = story()
      .typed(TRACKER)
      .redirect(302, TRACKER, { setCookies: [{ name: 'seen', value: '1' }] })
      .redirect(302, OFFER)
      .lands()
    expect(tell(told)).toEqual([[`typed 302 ${TRACKER}`, `http-redirect 302 ${TRACKER}`, `http-redirect 200 ${OFFER}`]])
  })

  test('whose headers tell what software gave it', () => {
    const headers = [{ name: 'server', value: 'nginx' }]
    const told = story().typed(TRACKER).redirect(302, OFFER, { headers }).lands()
    expect(pathsFrom(told)[0]?.hops.map((hop) => hop.headers)).toEqual([headers, undefined])
  })

  test('back and forth between two URLs', () => {
    const told = story().typed(TRACKER).redirect(302, NETWORK).redirect(302, TRACKER).redirect(302, NETWORK).lands()
    expect(tell(told)).toEqual([
      [
        `typed 302 ${TRACKER}`,
        `http-redirect 302 ${NETWORK}`,
        `http-redirect 302 ${TRACKER}`,
        `http-redirect 200 ${NETWORK}`,
      ],
    ])
  })

  test('a form that was posted, by 307: it is posted again', () => {
    const form = { method: 'POST', body: 'clickid=Ab12Cd34Ef56' }
    const told = story().typed(LANDING).lands().form(NETWORK, form).redirect(307, OFFER).lands()
    expect(tell(told)[0]?.slice(1)).toEqual([`form POST 307 ${NETWORK}`, `http-redirect POST 200 ${OFFER}`])
    expect(pathsFrom(told)[0]?.hops.map((hop) => hop.body)).toEqual([undefined, form.body, form.body])
  })

  test('a form that was posted, by 303: it goes on by GET, without the body', () => {
    const form = { method: 'POST', body: 'clickid=Ab12Cd34Ef56' }
    const told = story().typed(LANDING).lands().form(NETWORK, form).redirect(303, OFFER).lands()
    expect(tell(told)[0]?.slice(1)).toEqual([`form POST 303 ${NETWORK}`, `http-redirect 200 ${OFFER}`])
    expect(pathsFrom(told)[0]?.hops.at(-1)?.body).toBeUndefined()
  })

  test('until the browser gives up: the URL that was not asked for any more bears the error', () => {
    const told = story().typed(TRACKER).redirect(302, NETWORK).answersRedirect(302, TRACKER)
    told.dropped().events.pop()
    told.givenUp('net::ERR_TOO_MANY_REDIRECTS')
    expect(tell(told)).toEqual([
      [`typed 302 ${TRACKER}`, `http-redirect 302 ${NETWORK}`, `http-redirect net::ERR_TOO_MANY_REDIRECTS ${TRACKER}`],
    ])
  })

  test('and another extension takes a parameter out of a request that is posted again, without a word', () => {
    const form = { method: 'POST', body: 'clickid=Ab12Cd34Ef56' }
    const told = story().typed(LANDING).lands().form(NETWORK, form).redirect(307, `${OFFER}&fbclid=IwAR0123456789`)
    const stripped = told.events.length
    told.lands()
    const events = told.events.map((event, index) => (index < stripped ? event : { ...event, url: OFFER }))
    expect(tell({ events })[0]?.slice(1)).toEqual([
      `form POST 307 ${NETWORK}`,
      `http-redirect POST – ${OFFER}&fbclid=IwAR0123456789`,
      `extension POST 200 ${OFFER}`,
    ])
  })

  test('to a URL that is no web page: the browser refuses', () => {
    const told = story().typed(TRACKER).answersRedirect(302, 'file:///etc/passwd').fails('net::ERR_UNSAFE_REDIRECT')
    expect(tell(told)).toEqual([[`typed 302 ${TRACKER}`, 'http-redirect net::ERR_UNSAFE_REDIRECT file:///etc/passwd']])
  })

  test('to another program: Chromium never ends the request', () => {
    const app = 'intent://offer.example/?clickid=Ab12Cd34Ef56#Intent;scheme=https;end'
    const told = story().typed(TRACKER).answersRedirect(302, app).givenUp()
    expect(tell(told)).toEqual([[`typed 302 ${TRACKER}`, `http-redirect – ${app}`]])
  })
})

describe('fragments', () => {
  test('are carried by the redirect that names one', () => {
    const told = story().typed(TRACKER).redirect(302, `${OFFER}#pricing`).lands()
    expect(pathsFrom(told)[0]?.hops[1]?.url).toBe(`${OFFER}#pricing`)
  })

  test('are inherited by a redirect that names none', () => {
    const told = story().typed(`${TRACKER}#from-ad`).redirect(302, NETWORK).redirect(302, OFFER).lands()
    const urls = pathsFrom(told)[0]?.hops.map((hop) => hop.url)
    expect(urls).toEqual([`${TRACKER}#from-ad`, `${NETWORK}#from-ad`, `${OFFER}#from-ad`])
  })

  test('are known from the commit where the requests are told without', () => {
    const told = story().typed(TRACKER).redirect(302, OFFER).answers().shows(`${OFFER}#pricing`)
    expect(pathsFrom(told)[0]?.hops[1]?.url).toBe(`${OFFER}#pricing`)
  })

  test('are known from the beginning where the requests are told without', () => {
    const told = story().typed(`${TRACKER}#top`).lands()
    for (const event of told.events) if ('requestId' in event) event.url = TRACKER
    expect(pathsFrom(told)[0]?.hops[0]?.url).toBe(`${TRACKER}#top`)
  })
})

describe('no server redirects', () => {
  test('the answer is in the HTTP cache', () => {
    const told = story().typed(TRACKER).redirect(301, OFFER, { fromCache: true }).lands()
    expect(pathsFrom(told)[0]?.hops.map((hop) => hop.fromCache)).toEqual([true, false])
  })

  test('Firefox calls what follows a cached answer cached too, and gives its address away', () => {
    const told = firefoxStory()
      .typed(TRACKER)
      .redirect(301, NETWORK, { fromCache: true, ip: null })
      .redirect(302, OFFER, { fromCache: true })
      .lands({ fromCache: true })
    expect(pathsFrom(told)[0]?.hops.map((hop) => hop.fromCache)).toEqual([true, false, false])
  })

  test('HSTS sends the browser to https: a made-up 307 is no answer', () => {
    const http = TRACKER.replace('https', 'http')
    const told = story().typed(http).redirect(307, TRACKER, { internalReason: 'HSTS' }).redirect(302, OFFER).lands()
    expect(tell(told)).toEqual([[`typed – ${http}`, `hsts 302 ${TRACKER}`, `http-redirect 200 ${OFFER}`]])
  })

  test('HSTS in mid-chain, without a word: only the scheme has changed', () => {
    const http = NETWORK.replace('https', 'http')
    const told = story().typed(TRACKER).redirect(302, http).redirect(302, OFFER).lands()
    for (const event of told.events) {
      if (event.type !== 'request-redirected' && event.url === http) event.url = NETWORK
      if (event.type === 'request-redirected' && event.url === http) event.url = NETWORK
    }
    expect(tell(told)).toEqual([
      [`typed 302 ${TRACKER}`, `http-redirect – ${http}`, `hsts 302 ${NETWORK}`, `http-redirect 200 ${OFFER}`],
    ])
  })

  test('another extension rewrites the request', () => {
    const clean = 'https://trk.example/click'
    const told = story().typed(TRACKER).redirect(307, clean, { internalReason: 'WebRequest API' }).lands()
    expect(tell(told)).toEqual([[`typed – ${TRACKER}`, `extension 200 ${clean}`]])
  })

  test('something else in the browser rewrites the request', () => {
    const told = story().typed(TRACKER).redirect(307, OFFER, { internalReason: 'Delegate' }).lands()
    expect(tell(told)[0]?.[1]).toBe(`browser 200 ${OFFER}`)
  })

  test('the page’s own service worker answers', () => {
    const told = story().typed(LANDING).lands().link(OFFER)
    const request = told.events.at(-1)
    told.events.pop()
    expect(request?.type).toBe('request-sent')
    expect(tell(told.shows())).toEqual([[`typed 200 ${LANDING}`, `link – ${OFFER}`]])
  })

  test('the page’s own service worker redirects, without any request', () => {
    const told = story().typed(LANDING).lands().link(NETWORK)
    told.events.pop()
    expect(tell(told.shows(OFFER))).toEqual([
      [`typed 200 ${LANDING}`, `link – ${NETWORK}`, `service-worker – ${OFFER}`],
    ])
  })

  test('the page’s own service worker hands the request over, as Firefox tells it', () => {
    const told = firefoxStory().typed(LANDING).lands().link(NETWORK).answersRedirect(0, NETWORK, { ip: null }).shows()
    expect(tell(told)).toEqual([[`typed 200 ${LANDING}`, `link – ${NETWORK}`]])
  })
})

describe('what went wrong', () => {
  test('is nothing where a page that came without a request was there before it was left', () => {
    const told = firefoxStory().typed(TRACKER).shows().givenUp()
    const events = told.events.filter(({ type }) => type !== 'request-sent')
    expect(pathsFrom({ events })[0]?.hops[0]).toMatchObject({ status: null, error: null })
  })

  test('is told by its number too where Firefox says it in the person’s own language', () => {
    const told = firefoxStory().typed(TRACKER).fails('Der Aussteller ist unbekannt.')
    told.events.pop()
    told.givenUp('Error code 2153390067')
    expect(pathsFrom(told)[0]?.hops[0]?.error).toBe('Der Aussteller ist unbekannt. Error code 2153390067')
  })

  test('is told once where Firefox names it and gives its number', () => {
    const told = firefoxStory().typed(TRACKER).fails('NS_ERROR_UNKNOWN_HOST')
    told.events.pop()
    expect(pathsFrom(told.givenUp('Error code 2152398878'))[0]?.hops[0]?.error).toBe('NS_ERROR_UNKNOWN_HOST')
  })

  test('is told though the answer had begun to come', () => {
    const told = story().typed(TRACKER).answers().fails('net::ERR_INCOMPLETE_CHUNKED_ENCODING')
    expect(pathsFrom(told)[0]?.hops[0]).toMatchObject({ status: 200, error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING' })
  })
})
