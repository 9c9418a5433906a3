import type { ConversionApi } from '../../model/conversion-api.ts'
import { checkReach, checkReport, when } from './check-parts.ts'
import { isFbc, isFbp } from './click-keys.ts'
import type { ApiAnswer, ConversionEvent, ConversionPlatformKit, Digest, EventProblem } from './conversion-event.ts'
import { amount, eventUrl } from './event-url.ts'
import { jsonObject } from './json-answer.ts'
import { metaError } from './meta-errors.ts'
import { isHashed, normalise } from './normalise.ts'
import { PERSON_FIELDS } from './person.ts'
import { wasTest } from './was-test.ts'

const DAY_MS = 86_400_000
/** An older event refuses the whole request. */
const MAX_AGE_DAYS = 7

/**
 * Meta's Conversions API. Source: Meta, "Using the API", "Server event parameters", "Customer information parameters",
 * "fbp and fbc".
 */
export const meta: ConversionPlatformKit = {
  name: 'Meta Conversions API',
  defaults: { baseUrl: 'https://graph.facebook.com', apiVersion: 'v24.0' },
  events: [
    'Purchase',
    'Lead',
    'CompleteRegistration',
    'AddToCart',
    'InitiateCheckout',
    'ViewContent',
    'PageView',
    'Search',
    'AddPaymentInfo',
    'AddToWishlist',
    'Contact',
    'Subscribe',
    'StartTrial',
    'SubmitApplication',
    'Schedule',
    'FindLocation',
    'CustomizeProduct',
    'Donate',
  ],
  person: PERSON_FIELDS,
  check: (api, event, now) => [...checkApi(api), ...checkEvent(event, now)],
  async build(api, event, digest) {
    const data = [await serverEvent(event, digest)]
    const code = api.testEventCode.trim()
    const payload = { data, ...(code !== '' && { test_event_code: code }), access_token: api.token.trim() }
    return {
      method: 'POST',
      // The token goes in the body: URLs stand in logs.
      url: eventUrl(api, api.apiVersion.trim(), api.pixelId.trim(), 'events'),
      body: { type: 'json', text: JSON.stringify(payload) },
    }
  },
  read: ({ status, body }, request) => read(status, body, wasTest(request)),
}

async function serverEvent(
  { name, at, sourceUrl, eventId, value, currency, userAgent, click, person }: ConversionEvent,
  digest: Digest,
) {
  const user: Record<string, string | string[]> = {}
  for (const field of PERSON_FIELDS) {
    const normal = normalise(field, person[field] ?? '')
    if (normal !== '') user[field] = [isHashed(normal) ? normal : await digest(normal)]
  }
  const { fbc, fbp } = click
  const money = amount(value)
  const unit = currency.trim().toUpperCase()
  return {
    event_name: name,
    event_time: Math.floor(at / 1000),
    event_id: eventId,
    action_source: 'website',
    event_source_url: sourceUrl,
    user_data: {
      ...user,
      ...(userAgent && { client_user_agent: userAgent }),
      ...(fbc && { fbc }),
      ...(fbp && { fbp }),
    },
    ...((money !== undefined || unit !== '') && {
      custom_data: { ...(money !== undefined && { value: money }), ...(unit !== '' && { currency: unit }) },
    }),
  }
}

function checkApi(api: ConversionApi): EventProblem[] {
  const [version, pixel, code] = [api.apiVersion, api.pixelId, api.testEventCode].map((text) => text.trim())
  // A gateway or a receiver of one's own may number as it likes.
  const severity = URL.parse(api.baseUrl.trim())?.hostname === 'graph.facebook.com' ? 'error' : 'warning'
  return [
    ...checkReach(api),
    ...when(!/^v\d{1,2}\.\d$/.test(version ?? ''), severity, 'The version is written like v24.0.'),
    ...when(pixel === '', 'error', 'The pixel is missing.'),
    ...when(
      pixel !== '' && !/^\d{5,20}$/.test(pixel ?? ''),
      severity,
      'The pixel is a number, as the Events Manager shows it.',
    ),
    ...when(
      code !== '' && !/^TEST[0-9A-Z]+$/.test(code ?? ''),
      'warning',
      'Test event codes are usually written like TEST12345.',
    ),
  ]
}

function checkEvent(event: ConversionEvent, now: number): EventProblem[] {
  const { name, at, userAgent, value, currency, click, person } = event
  const strong = Boolean(click.fbc || click.fbp || person.em?.trim() || person.ph?.trim() || person.external_id?.trim())
  return [
    ...checkReport(event, now, PERSON_FIELDS),
    ...when(
      now - at > MAX_AGE_DAYS * DAY_MS,
      'error',
      'The event is more than seven days past: the whole request would be refused.',
    ),
    ...when(userAgent === '', 'error', 'A website event needs the user agent.'),
    ...when(click.fbc !== undefined && !isFbc(click.fbc), 'error', 'fbc is written fb.1.time in milliseconds.fbclid.'),
    ...when(
      click.fbp !== undefined && !isFbp(click.fbp),
      'error',
      'fbp is written fb.1.time in milliseconds.random digits.',
    ),
    ...(['fbc', 'fbp'] as const).flatMap((key) =>
      when(inSeconds(click[key]), 'warning', `The time in ${key} is in seconds: Meta reads milliseconds, 13 digits.`),
    ),
    ...when(click.fbc === undefined, 'info', 'There is no fbc: this event is not tied to the click.'),
    ...when(!strong, 'error', 'Too little is known to match it: an fbc, fbp, e-mail or phone is needed.'),
    ...when(
      name === 'Purchase' && (amount(value) === undefined || currency.trim() === ''),
      'error',
      'A Purchase needs a value and a currency.',
    ),
  ]
}

/** A creation time of ten digits: seconds, where the format has milliseconds. */
const inSeconds = (key: string | undefined): boolean => /^fb\.\d+\.\d{10}\./.test(key ?? '')

function read(status: number, body: string, isTest: boolean): ApiAnswer {
  const answer = jsonObject(body)
  const error = answer?.object('error') ?? null
  const traceId = error?.text('fbtrace_id') ?? answer?.text('fbtrace_id') ?? null
  const received = answer?.number('events_received') ?? null
  const about = {
    received,
    traceId,
    code: error?.number('code') ?? null,
    subcode: error?.number('error_subcode') ?? null,
  }
  if (error) {
    const { meaning, next } = metaError(about.code, about.subcode)
    const said = [error.text('error_user_title'), error.text('error_user_msg') ?? error.text('message')]
      .filter(Boolean)
      .join(': ')
    const numbers = about.subcode === null ? `Code ${about.code}` : `Code ${about.code}, subcode ${about.subcode}`
    return {
      ...about,
      tone: 'error',
      title: meaning,
      detail: `${numbers}. ${said === '' ? '' : `Meta says “${said}”`}`.trim(),
      next,
    }
  }
  if (received !== null && received > 0) {
    const said = answer?.texts('messages') ?? []
    return {
      ...about,
      tone: isTest || said.length > 0 ? 'warning' : 'ok',
      title: isTest ? 'Meta took it as a test event' : 'Meta took the event',
      detail: `It received ${received}. Taken is not matched: to whom it belongs Meta finds out later.${
        said.length > 0 ? ` It also says “${said.join(' ')}”` : ''
      }`,
      next: isTest
        ? 'Look under Test events in the Events Manager, and take the test code out for live events.'
        : 'Look for it in the Events Manager in about twenty minutes.',
    }
  }
  return {
    ...about,
    tone: 'error',
    title: received === 0 ? 'Meta took no event' : `This is no answer of the Graph API (${status})`,
    detail: received === 0 ? 'It answered, and counted none.' : 'A gateway, a proxy or another server answered.',
    next: 'Check base URL, version and pixel.',
  }
}
