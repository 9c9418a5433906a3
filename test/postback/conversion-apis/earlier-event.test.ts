import { expect, test } from 'vitest'
import { earlierOfEvent } from '../../../lib/postback/conversion-apis/earlier-event.ts'
import { answered } from '../build.ts'

const sent = (text: string) => ({
  ...answered(200, '{}'),
  request: { method: 'POST' as const, url: 'https://graph.test/', body: { type: 'json' as const, text } },
})
const META = sent('{"data":[{"event_name":"Lead","event_id":"e1"}]}')
const TIKTOK = sent('{"data":[{"event":"SubmitForm","event_id":"e1"}]}')

test.each([
  ['of Meta', { name: 'Lead', eventId: 'e1' }, META],
  ['of TikTok', { name: 'SubmitForm', eventId: 'e1' }, TIKTOK],
])('an event %s with the same name and ID was sent before', (_, event, expected) => {
  expect(earlierOfEvent(event, [META, TIKTOK])).toBe(expected)
})

test.each([
  ['another name', { name: 'Purchase', eventId: 'e1' }, META],
  ['another ID', { name: 'Lead', eventId: 'e2' }, META],
  ['no ID', { name: 'Lead', eventId: '' }, sent('{"data":[{"event_name":"Lead","event_id":""}]}')],
  ['a body that is none', { name: 'Lead', eventId: 'e1' }, sent('[{"data":7')],
  [
    'one that never arrived',
    { name: 'Lead', eventId: 'e1' },
    { ...META, response: null, failure: { kind: 'tls' as const, message: '' } },
  ],
])('%s is another event', (_, event, attempt) => {
  expect(earlierOfEvent(event, [attempt])).toBeUndefined()
})
