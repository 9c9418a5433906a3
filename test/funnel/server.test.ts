import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { ADS, LANDING, OFFER, TRACKER } from './hosts.ts'
import { type DemoFunnel, startFunnel } from './server.ts'

let funnel: DemoFunnel
beforeEach(async () => {
  funnel = await startFunnel({ tls: false })
})
afterEach(() => funnel.close())

test('tells hosts apart by the Host header, whatever its case', async () => {
  const { body } = await ask(funnel.url(TRACKER, '/'), { headers: { host: 'ADS.localhost:1' } })
  expect(body).toContain('Clickpath demo funnel')
})

test('answers 404 where nothing lies', async () => {
  expect((await ask(funnel.url(LANDING, '/lp/no-such-scenario'))).status).toBe(404)
})

test('leads from plain localhost to the ad page', async () => {
  const { headers } = await ask(`http://localhost:${funnel.port}/`)
  expect(headers.location).toBe(funnel.url(ADS, '/'))
})

test('hands parameters that it does not touch on byte for byte', async () => {
  const raw = 'a=~%7e%7E&b=x+y%20z&fbclid=Keep%2Fme&c=%E0%A4%A&=&d'
  const { headers } = await ask(funnel.url(TRACKER, `/click/rename-s1?${raw}`))
  expect(headers.location).toContain(`?${raw}`)
})

test('keeps every request with its headers and body', async () => {
  await ask(funnel.url(OFFER, '/offer/x?a=1'), { method: 'POST', headers: { 'x-from': 'test' }, body: 'b=2' })
  expect(funnel.requests).toMatchObject([
    {
      method: 'POST',
      host: OFFER,
      url: funnel.url(OFFER, '/offer/x?a=1'),
      path: '/offer/x',
      query: 'a=1',
      headers: { 'x-from': 'test' },
      body: 'b=2',
    },
  ])
})

test('waits for a request that is still to come', async () => {
  const coming = funnel.waitFor(({ path }) => path === '/late')
  await ask(funnel.url(OFFER, '/late'))
  expect((await coming).host).toBe(OFFER)
})

test('says what came instead of a request that never comes', async () => {
  await ask(funnel.url(OFFER, '/early'))
  await expect(funnel.waitFor(({ path }) => path === '/late', 10)).rejects.toThrow('/early')
})

test('refuses a port that is taken', async () => {
  await expect(startFunnel({ port: funnel.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('refuses a body that is too large', async () => {
  expect((await ask(funnel.url(OFFER, '/'), { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413)
})

test('goes on after a request that makes no sense', async () => {
  await new Promise<void>((resolve) => {
    connect(funnel.port, '127.0.0.1')
      .on('close', () => resolve())
      .on('error', () => {})
      .on('data', () => {})
      .end('POST http://%%% HTTP/1.1\r\nHost: \u0000\r\nContent-Length: 9\r\n\r\nhalf')
  })
  expect((await ask(funnel.url(ADS, '/'))).status).toBe(200)
})

test('two funnels know nothing of each other', async () => {
  const other = await startFunnel({ tls: false })
  await ask(other.url(ADS, '/'))
  await other.close()
  expect(funnel.requests).toEqual([])
})
