import type { ConversionApi } from '../../model/conversion-api.ts'
import type { ConversionEvent, EventProblem } from './conversion-event.ts'
import { amount } from './event-url.ts'
import { doubt, type PersonField } from './person.ts'

/** One problem, or none. */
export const when = (holds: boolean, severity: EventProblem['severity'], message: string): EventProblem[] =>
  holds ? [{ severity, message }] : []

/** What any platform needs to be reached. */
export function checkReach({ baseUrl, token, testEventCode }: ConversionApi): EventProblem[] {
  const base = URL.parse(baseUrl.trim())
  return [
    ...when(!base || !/^https?:$/.test(base.protocol), 'error', 'The base URL is no URL.'),
    ...when(
      base?.protocol === 'http:' && !/^(?:localhost|127\.|\[::1\])|\.localhost$/.test(base.hostname),
      'warning',
      'The base URL is http: the token would travel in the clear.',
    ),
    ...when(token.trim() === '', 'error', 'The access token is missing: the Events Manager makes one for the pixel.'),
    ...when(testEventCode.trim() === '', 'warning', 'There is no test event code: the event counts as a real one.'),
  ]
}

/** What any platform asks of an event. @param person the fields that it takes */
export function checkReport(event: ConversionEvent, now: number, person: readonly PersonField[]): EventProblem[] {
  const { name, at, sourceUrl, eventId, value, currency } = event
  return [
    ...when(name.trim() === '', 'error', 'The event has no name.'),
    ...when(at > now + 60_000, 'error', 'The event lies in the future.'),
    ...when(!URL.canParse(sourceUrl), 'error', 'The page on which it happened is no URL.'),
    ...when(eventId.trim() === '', 'warning', "Without an event ID it is counted beside the pixel's own report of it."),
    ...when(
      value.trim() !== '' && amount(value) === undefined,
      'error',
      'The value is no number: write digits with a dot.',
    ),
    ...when(
      currency.trim() !== '' && !/^[A-Za-z]{3}$/.test(currency.trim()),
      'error',
      'The currency is three letters, such as USD.',
    ),
    ...person.flatMap((field) => {
      const message = doubt(field, event.person[field] ?? '')
      return message === null ? [] : [{ severity: 'warning' as const, message }]
    }),
  ]
}
