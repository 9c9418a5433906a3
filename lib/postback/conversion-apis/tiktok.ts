import { checkReach, checkReport, when } from './check-parts.ts'
import type { ApiAnswer, ConversionEvent, ConversionPlatformKit, Digest } from './conversion-event.ts'
import { amount, eventUrl } from './event-url.ts'
import { jsonObject } from './json-answer.ts'
import { isHashed, normalise } from './normalise.ts'
import type { PersonField } from './person.ts'
import { tiktokError } from './tiktok-errors.ts'
import { wasTest } from './was-test.ts'

/** A field as TikTok has it hashed, and what it calls it. */
interface Hashed {
  field: PersonField
  key: string
  /** Of what is normal for Meta, or of what was typed. */
  text(normal: string, typed: string): string
}

const withoutSpaces = (_: string, typed: string): string => typed.replace(/\s/g, '').toLowerCase()

/**
 * The fields that go hashed. City, state and country, which segmentio/action-destinations sends as they are, are left out:
 * nothing of a customer leaves unhashed here.
 */
const PERSON: readonly Hashed[] = [
  { field: 'em', key: 'email', text: (normal) => normal },
  // E.164, with its +; Meta wants it without.
  { field: 'ph', key: 'phone', text: (normal) => `+${normal}` },
  { field: 'fn', key: 'first_name', text: withoutSpaces },
  { field: 'ln', key: 'last_name', text: withoutSpaces },
  { field: 'zp', key: 'zip_code', text: withoutSpaces },
  { field: 'external_id', key: 'external_id', text: (normal) => normal },
]

/**
 * TikTok's Events API 2.0. TikTok's own pages could not be read; the shape and how each field is normalised are from
 * segmentio/action-destinations, tiktok-conversions, and docs.morf.health, TikTok "send_event".
 */
export const tiktok: ConversionPlatformKit = {
  name: 'TikTok Events API',
  defaults: { baseUrl: 'https://business-api.tiktok.com/open_api', apiVersion: 'v1.3' },
  events: [
    'CompletePayment',
    'SubmitForm',
    'CompleteRegistration',
    'AddToCart',
    'InitiateCheckout',
    'AddPaymentInfo',
    'PlaceAnOrder',
    'ViewContent',
    'Search',
    'AddToWishlist',
    'ClickButton',
    'Subscribe',
    'Contact',
    'Download',
  ],
  person: PERSON.map(({ field }) => field),
  check: (api, event, now) => [
    ...checkReach(api),
    ...when(api.pixelId.trim() === '', 'error', 'The pixel code is missing.'),
    ...checkReport(event, now, tiktok.person),
    ...when(event.click.ttclid === undefined, 'info', 'There is no ttclid: this event is not tied to the click.'),
  ],
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
  for (const { field, key, text } of PERSON) {
    const typed = person[field] ?? ''
    const normal = normalise(field, typed)
    if (normal !== '') user[key] = isHashed(normal) ? normal : await digest(text(normal, typed))
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
