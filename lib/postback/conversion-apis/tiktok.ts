import type { ApiAnswer, ConversionEvent, ConversionPlatformKit, Digest, EventProblem } from './conversion-event.ts'
import { amount, eventUrl } from './event-url.ts'
import { jsonObject } from './json-answer.ts'
import { doubt, isHashed, normalise, type PersonField } from './person.ts'
import { tiktokError } from './tiktok-errors.ts'
import { wasTest } from './was-test.ts'

/** What TikTok calls the fields that it takes hashed. */
const PERSON: readonly (readonly [field: PersonField, key: string])[] = [
  ['em', 'email'],
  ['ph', 'phone'],
  ['external_id', 'external_id'],
]

/** TikTok's Events API 2.0. Source: segmentio/action-destinations, tiktok-conversions; docs.morf.health, TikTok "send_event". */
export const tiktok: ConversionPlatformKit = {
  name: 'TikTok Events API',
  defaults: { baseUrl: 'https://business-api.tiktok.com/open_api', apiVersion: 'v1.3' },
  events: [
    'CompletePayment',
    'SubmitForm',
    'CompleteRegistration',
    'AddToCart',
    'InitiateCheckout',
    'ViewContent',
    'Subscribe',
    'Contact',
    'Download',
  ],
  check({ pixelId, token, testEventCode, baseUrl }, { name, click, person, value }) {
    return [
      ...when(!URL.canParse(baseUrl.trim()), 'error', 'The base URL is no URL.'),
      ...when(pixelId.trim() === '', 'error', 'The pixel code is missing.'),
      ...when(token.trim() === '', 'error', 'The access token is missing.'),
      ...when(testEventCode.trim() === '', 'warning', 'There is no test event code: the event counts as a real one.'),
      ...when(name.trim() === '', 'error', 'The event has no name.'),
      ...when(click.ttclid === undefined, 'info', 'There is no ttclid: this event is not tied to the click.'),
      ...when(
        value.trim() !== '' && amount(value) === undefined,
        'error',
        'The value is no number: write digits with a dot.',
      ),
      ...PERSON.flatMap(([field]) => {
        const message = doubt(field, person[field] ?? '')
        return message === null ? [] : [{ severity: 'warning' as const, message }]
      }),
    ]
  },
  async build(api, event, digest) {
    const code = api.testEventCode.trim()
    const payload = {
      event_source: 'web',
      event_source_id: api.pixelId.trim(),
      ...(code !== '' && { test_event_code: code }),
      data: [await eventData(event, digest)],
    }
    return {
      method: 'POST',
      url: `${eventUrl(api, api.apiVersion.trim(), 'event', 'track')}/`,
      headers: [{ name: 'Access-Token', value: api.token.trim() }],
      body: { type: 'json', text: JSON.stringify(payload) },
    }
  },
  read: ({ status, body }, request) => read(status, body, wasTest(request)),
}

async function eventData(
  { name, at, eventId, sourceUrl, value, currency, userAgent, click, person }: ConversionEvent,
  digest: Digest,
) {
  const user: Record<string, string> = {}
  for (const [field, key] of PERSON) {
    const normal = normalise(field, person[field] ?? '')
    // TikTok wants the number with its + (E.164), Meta without.
    const text = field === 'ph' && normal !== '' && !isHashed(normal) ? `+${normal}` : normal
    if (text !== '') user[key] = isHashed(text) ? text : await digest(text)
  }
  const { ttclid, ttp } = click
  const money = amount(value)
  const unit = currency.trim().toUpperCase()
  return {
    event: name,
    event_time: Math.floor(at / 1000),
    event_id: eventId,
    user: { ...user, ...(ttclid && { ttclid }), ...(ttp && { ttp }), ...(userAgent && { user_agent: userAgent }) },
    page: { url: sourceUrl },
    ...((money !== undefined || unit !== '') && {
      properties: { ...(money !== undefined && { value: money }), ...(unit !== '' && { currency: unit }) },
    }),
  }
}

const when = (holds: boolean, severity: EventProblem['severity'], message: string): EventProblem[] =>
  holds ? [{ severity, message }] : []

/** A code other than 0 is a refusal, whatever the HTTP status. */
function read(status: number, body: string, isTest: boolean): ApiAnswer {
  const answer = jsonObject(body)
  const code = answer?.number('code') ?? null
  const about = { received: null, traceId: answer?.text('request_id') ?? null, code, subcode: null }
  if (code === 0) {
    return {
      ...about,
      tone: isTest ? 'warning' : 'ok',
      title: isTest ? 'TikTok took it as a test event' : 'TikTok took the event',
      detail: 'Taken is not matched: to whom it belongs TikTok finds out later.',
      next: isTest
        ? 'Look under Test events in the Events Manager, and take the test code out for live events.'
        : 'Look for it in the Events Manager.',
    }
  }
  const said = answer?.text('message')
  const known = tiktokError(code)
  return {
    ...about,
    tone: 'error',
    title:
      code === null
        ? `This is no answer of the Events API (${status})`
        : (known?.meaning ?? 'TikTok refused the event'),
    detail:
      code === null
        ? 'A gateway, a proxy or another server answered.'
        : `Code ${code}.${said ? ` TikTok says “${said}”` : ''}`,
    next:
      code === null
        ? 'Check base URL and version.'
        : (known?.next ?? 'Check token, pixel code and the fields that its words name.'),
  }
}
