import { request as httpsRequest } from 'node:https'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { OFFER, POSTBACK, TRACKER } from './hosts.ts'
import { type DemoFunnel, startFunnel } from './server.ts'

let funnel: DemoFunnel
beforeEach(async () => {
  funnel = await startFunnel()
})
afterEach(() => funnel.close())

const postback = (pathAndQuery: string, init?: Parameters<typeof ask>[1]) =>
  ask(funnel.url(POSTBACK, pathAndQuery), init)

/** A click through the tracker; resolves with the click ID that the tracker issued. */
async function click(): Promise<string> {
  const { headers } = await ask(funnel.url(TRACKER, '/click/redirect-302?fbclid=SeenByTracker1'))
  return new URL(String(headers.location)).searchParams.get('clickid') ?? ''
}

describe('a postback', () => {
  test('for a click that the tracker issued is stored', async () => {
    const clickId = await click()
    expect(await postback(`/postback?cid=${clickId}&payout=12.50&status=sale&txid=T1`)).toMatchObject({
      status: 200,
      body: 'OK',
    })
    expect(funnel.conversions).toMatchObject([{ clickId, payout: '12.50', status: 'sale', txid: 'T1', method: 'GET' }])
  })

  test('for a click ID that the tracker was handed is stored', async () => {
    await click()
    expect(await postback('/postback?clickid=SeenByTracker1')).toMatchObject({ status: 200, body: 'OK' })
  })

  test.each([
    ['application/x-www-form-urlencoded', (clickId: string) => `click_id=${clickId}&payout=3`],
    ['application/json', (clickId: string) => JSON.stringify({ click_id: clickId, payout: 3 })],
  ])('can be posted as %s', async (type, bodyFor) => {
    const clickId = await click()
    await postback('/postback', { method: 'POST', headers: { 'content-type': type }, body: bodyFor(clickId) })
    expect(funnel.conversions).toMatchObject([{ clickId, payout: '3', method: 'POST' }])
  })

  test('for a click that nobody made is refused in words', async () => {
    const { status, body } = await postback('/postback?cid=never-seen')
    expect([status, JSON.parse(body)]).toEqual([
      404,
      { status: 'error', message: 'Click ID not found', clickid: 'never-seen' },
    ])
  })

  test('without a click ID is refused in words', async () => {
    const { status, body } = await postback('/postback?payout=1')
    expect([status, JSON.parse(body)]).toEqual([400, { status: 'error', message: 'Missing parameter: click ID' }])
  })

  test('with a macro that nobody replaced is refused, though a click brought the same macro', async () => {
    await ask(funnel.url(TRACKER, '/click/macro?clickid={clickid}'))
    expect((await postback('/postback?cid={clickid}')).status).toBe(404)
  })

  test('that comes twice is stored once and told as a duplicate', async () => {
    const clickId = await click()
    await postback(`/postback?cid=${clickId}&txid=T1`)
    expect(JSON.parse((await postback(`/postback?cid=${clickId}&txid=T1`)).body)).toMatchObject({ status: 'duplicate' })
    expect(funnel.conversions).toHaveLength(1)
  })

  test('of the same click with another transaction is stored beside the first', async () => {
    const clickId = await click()
    for (const txid of ['T1', 'T2']) await postback(`/postback?cid=${clickId}&txid=${txid}`)
    expect(funnel.conversions.map(({ txid }) => txid)).toEqual(['T1', 'T2'])
  })

  test('by another method is refused', async () => {
    expect((await postback('/postback?cid=x', { method: 'PUT' })).status).toBe(405)
  })
})

describe('in the flavour of', () => {
  const NEVER = 'cid=nope-nope'
  const NONE = 'payout=1'
  const refusals: [as: string, query: string, status: number, body: string][] = [
    ['voluum', NEVER, 200, ''],
    ['everflow', NEVER, 200, ''],
    ['tune', NEVER, 200, 'success=false; err_msg=Invalid Trans. ID #nope-nope.;'],
    ['affise', NEVER, 200, '{"status":2,"message":"Broken clickid"}'],
    [
      ...(['affise', NONE, 200] as const),
      '{"status":2,"message":"Missing mandatory parameter clickid/click_id or ref_id or aimp_id"}',
    ],
    ['affise-reach', NEVER, 400, '{"status":"error","error":"Click not found"}'],
    ['keitaro', NEVER, 200, 'SubId not found "nope-nope"'],
    ['trackier', NEVER, 200, 'INVALID_CLICK_ID'],
    ['trackier', NONE, 200, 'EMPTY'],
    ['trackier', `${NEVER}&security_token=wrong`, 200, 'INVALID_SECURITY_TOKEN'],
    ['offer18', NEVER, 200, 'invalid transaction nope-nope'],
    ['offer18', `${NEVER}&token=wrong`, 200, 'auth_token mismatch'],
    ['php', NONE, 200, '{"code":500,"message":"affid or offerid or subid is missing","data":null}'],
    ['taboola', NEVER, 400, ''],
    ['constructor', NEVER, 404, '{"status":"error","message":"Click ID not found","clickid":"nope-nope"}'],
  ]
  test.each(refusals)('%s, a postback with %s is answered %i %s', async (as, query, status, body) => {
    expect(await postback(`/postback?${query}&as=${as}`)).toMatchObject({ status, body })
  })

  test.each([
    ['tune', 200, 'success=true;'],
    ['affise', 200, '{"status":1}'],
    ['keitaro', 200, 'thanks-7'],
    ['trackier', 200, 'SUCCESS'],
    ['offer18', 200, 'Conversion Recorded'],
    ['scaleo', 200, '{"status":"success","code":200,"name":"OK"}'],
    ['taboola', 204, ''],
  ])('%s, a known click is answered %i %s', async (as, status, body) => {
    const query = `cid=${await click()}&as=${as}&return=thanks-7`
    expect(await postback(`/postback?${query}`)).toMatchObject({ status, body })
  })

  test.each([
    ['tune', 'success=false; err_msg=Duplicate conversion;'],
    ['keitaro', 'Conversion by pair "SubId + tid" already exists. Postback ignored'],
    ['offer18', 'Cleared due to Multi Conversion'],
  ])('%s, a second postback of the click is answered %s', async (as, body) => {
    const query = `cid=${await click()}&as=${as}`
    await postback(`/postback?${query}`)
    expect((await postback(`/postback?${query}`)).body).toBe(body)
  })
})

describe('a click that is older than the campaign lets it be', () => {
  test('is refused in words, and not stored', async () => {
    expect((await postback(`/postback?cid=${await click()}&max-age=0&as=offer18`)).body).toBe(
      'Cleared due to click expiry',
    )
    expect(funnel.conversions).toEqual([])
  })

  test('counts while it is young enough', async () => {
    await postback(`/postback?cid=${await click()}&max-age=3600`)
    expect(funnel.conversions).toHaveLength(1)
  })
})

describe('a receiver in trouble', () => {
  test('answers 500 with an HTML page', async () => {
    const { status, headers, body } = await postback('/500')
    expect([status, headers['content-type']]).toEqual([500, 'text/html; charset=utf-8'])
    expect(body).toContain('Internal Server Error')
  })

  test('answers 200 with an error in the body', async () => {
    const { status, body } = await postback('/200-error')
    expect([status, JSON.parse(body)]).toMatchObject([200, { status: 'error' }])
  })

  test('answers 204 with nothing', async () => {
    expect(await postback('/204')).toMatchObject({ status: 204, body: '' })
  })

  test('answers a body of 200 KiB', async () => {
    expect((await postback('/big')).body).toHaveLength(200 * 1024)
  })

  test('answers a body of 5 MB', async () => {
    expect((await postback('/5mb')).body).toHaveLength(5_000_000)
  })

  test('answers JSON that it calls a picture', async () => {
    const { headers, body } = await postback('/wrong-type')
    expect([headers['content-type'], JSON.parse(body).status]).toEqual(['image/png', 'error'])
  })

  test('answers bytes that are no UTF-8', async () => {
    expect((await postback('/bad-utf8')).body).toMatch(/^\ufffd\ufffdclick id not found \ufffd/)
  })

  test('answers with a pixel', async () => {
    const { headers, body } = await postback('/pixel')
    expect([headers['content-type'], body.slice(0, 6)]).toEqual(['image/gif', 'GIF89a'])
  })

  test('redirects to a login page', async () => {
    const { status, headers } = await postback('/to-login?cid=1')
    expect([status, headers.location]).toEqual([302, '/login'])
    expect((await postback('/login')).body).toContain('Sign in')
  })

  test('fails once, and answers when asked again', async () => {
    expect([(await postback('/flaky?a')).status, (await postback('/flaky?a')).status]).toEqual([503, 200])
    expect((await postback('/flaky?b')).status).toBe(503)
  })

  test('redirects to /postback with the query as it came', async () => {
    expect((await postback('/redirect?cid=a%20b')).headers.location).toBe('/postback?cid=a%20b')
  })

  test('sets a cookie, and the funnel shows whether it comes back', async () => {
    expect((await postback('/cookie')).headers['set-cookie']).toEqual(['receiver=seen; Path=/'])
    await postback('/204', { headers: { cookie: 'receiver=seen' } })
    expect(funnel.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, 'receiver=seen'])
  })

  test('drops the connection', async () => {
    await expect(postback('/reset')).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  test('never answers, until the funnel is closed', async () => {
    let settled = false
    const hanging = postback('/hang').then(
      () => 'answered',
      () => 'dropped',
    )
    void hanging.then(() => {
      settled = true
    })
    await funnel.waitFor(({ path }) => path === '/hang')
    await postback('/204')
    expect(settled).toBe(false)
    await funnel.close()
    expect(await hanging).toBe('dropped')
  })

  test('shows a certificate that nobody trusts', async () => {
    const { port } = new URL(funnel.tlsUrl(POSTBACK, '/postback'))
    const failure = await new Promise<Error & { code?: string }>((resolve, reject) => {
      httpsRequest({ host: '127.0.0.1', port, servername: POSTBACK }, () => reject(new Error('it was trusted')))
        .on('error', resolve)
        .end()
    })
    expect(failure.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  })
})

describe('what strangers send is shown as text', () => {
  const MARKUP = '<img src=x onerror=alert(1)>'
  const RAW = encodeURIComponent(MARKUP)

  test('on the offer page', async () => {
    const { body } = await ask(funnel.url(OFFER, `/offer/x?${RAW}=${RAW}`))
    expect(body).not.toContain('<img')
    expect(body.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)).toHaveLength(2)
  })

  test('on the conversions page', async () => {
    const clickId = await click()
    await postback(`/postback?cid=${clickId}&payout=${RAW}`)
    const { body } = await postback('/conversions')
    expect(body).not.toContain('<img')
    expect(body).toContain('&lt;img')
  })

  test('in the JSON of conversions', async () => {
    const clickId = await click()
    await postback(`/postback?cid=${clickId}&status=${RAW}`)
    expect(JSON.parse((await postback('/conversions.json')).body)).toMatchObject([{ clickId, status: MARKUP }])
  })

  test.each([
    ['in a script', '/click/script-href'],
    ['in a meta refresh', '/click/meta-refresh-0'],
  ])('%s', async (_, path) => {
    const { body } = await ask(funnel.url(TRACKER, `${path}?clickid=x&a="></script><b>`))
    expect(body).not.toContain('<b>')
  })
})
