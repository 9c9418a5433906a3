import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { ACCESS_TOKEN, EXPIRED_TOKEN, PIXEL_ID } from './graph/answer-graph.ts'
import { GRAPH } from './hosts.ts'
import { type DemoFunnel, startFunnel } from './server.ts'

let funnel: DemoFunnel
beforeEach(async () => {
  funnel = await startFunnel({ tls: false })
})
afterEach(() => funnel.close())

const EVENTS = `/v24.0/${PIXEL_ID}/events`
const nowS = () => Math.floor(Date.now() / 1000)
const HASH = 'a'.repeat(64)

const leadAt = (event_time: number, user_data: object = {}) => ({
  event_name: 'Lead',
  event_time,
  action_source: 'website',
  event_source_url: 'https://lp.example/',
  user_data: { client_user_agent: 'Mozilla/5.0', fbc: 'fb.1.1795600000000.IwAR-x_1', em: [HASH], ...user_data },
})

async function send(body: object, path = `${EVENTS}?access_token=${ACCESS_TOKEN}`, method = 'POST') {
  const headers = { 'content-type': 'application/json' }
  const answer = await ask(funnel.url(GRAPH, path), { method, headers, body: JSON.stringify(body) })
  return { status: answer.status, ...JSON.parse(answer.body) }
}

const refusal = (code: number, error_subcode?: number) => ({
  status: 400,
  error: { code, type: expect.any(String), fbtrace_id: expect.any(String), ...(error_subcode && { error_subcode }) },
})

test('a server event as Meta documents it is received', async () => {
  expect(await send({ data: [leadAt(nowS())], test_event_code: 'TEST12345' })).toEqual({
    status: 200,
    events_received: 1,
    messages: [],
    fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
  })
})

test('a form with data as JSON and the token in the body is received', async () => {
  const body = new URLSearchParams({ access_token: ACCESS_TOKEN, data: JSON.stringify([leadAt(nowS())]) }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await ask(funnel.url(GRAPH, EVENTS), { method: 'POST', headers, body })
  expect(JSON.parse(answer.body)).toMatchObject({ events_received: 1 })
})

describe('refused is', () => {
  test.each([
    ['no token', EVENTS, refusal(104)],
    ['a token that is none', `${EVENTS}?access_token=x`, refusal(190)],
    ['a token whose session has ended', `${EVENTS}?access_token=${EXPIRED_TOKEN}`, refusal(190, 463)],
    ['a pixel that is not there', `/v24.0/1/events?access_token=${ACCESS_TOKEN}`, refusal(100, 33)],
    ['a path that is none', '/v24/events', refusal(2500)],
  ])('%s', async (_, path, error) => {
    expect(await send({ data: [leadAt(nowS())] }, path)).toMatchObject(error)
  })

  test.each([
    ['no event', () => ({}), refusal(100)],
    ['a test code in another shape', () => ({ data: [leadAt(nowS())], test_event_code: '12345' }), refusal(100)],
    ['an event without a name', () => ({ data: [{ ...leadAt(nowS()), event_name: '' }] }), refusal(100)],
    ['one older than seven days', () => ({ data: [leadAt(nowS() - 8 * 86_400)] }), refusal(100, 2804003)],
    ['one whose time is in milliseconds', () => ({ data: [leadAt(Date.now())] }), refusal(100, 2804019)],
    ['an e-mail in the clear', () => ({ data: [leadAt(nowS(), { em: 'a@b.example' })] }), refusal(100, 2804016)],
    ['a hash in upper case', () => ({ data: [leadAt(nowS(), { ph: 'A'.repeat(64) })] }), refusal(100, 2804016)],
    ['an fbclid sent as fbc', () => ({ data: [leadAt(nowS(), { fbc: 'IwAR-x_1' })] }), refusal(100, 2804019)],
    ['too little to find a person by', () => ({ data: [leadAt(nowS(), { fbc: [], em: [] })] }), refusal(100, 2804050)],
    ['a purchase without a value', () => ({ data: [{ ...leadAt(nowS()), event_name: 'Purchase' }] }), refusal(100)],
    [
      'a whole batch for one bad event',
      () => ({ data: [leadAt(nowS()), leadAt(nowS() - 8 * 86_400)] }),
      refusal(100, 2804003),
    ],
  ])('%s', async (_, body, error) => {
    expect(await send(body())).toMatchObject(error)
  })

  test('a body that is no JSON', async () => {
    const headers = { 'content-type': 'application/json' }
    const path = `${EVENTS}?access_token=${ACCESS_TOKEN}`
    expect((await ask(funnel.url(GRAPH, path), { method: 'POST', headers, body: '{' })).status).toBe(400)
  })
})
