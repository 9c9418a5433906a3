import * as z from 'zod/mini'
import { type GraphError, invalidParameter } from './graph-error.ts'

const OneOrMany = z.union([z.string(), z.array(z.string())])

/** A server event as Meta documents it; fields that this double does not look at may be anything. */
const ServerEvent = z.object({
  event_name: z.string().check(z.minLength(1)),
  /** Seconds since the epoch. */
  event_time: z.int(),
  action_source: z.enum([
    ...(['email', 'website', 'app', 'phone_call', 'chat', 'physical_store'] as const),
    ...(['system_generated', 'business_messaging', 'other'] as const),
  ]),
  event_source_url: z.optional(z.string()),
  event_id: z.optional(z.string()),
  user_data: z.record(z.string(), z.optional(OneOrMany)),
  custom_data: z.optional(z.record(z.string(), z.unknown())),
})
type ServerEvent = z.infer<typeof ServerEvent>

const HASHED = ['em', 'ph', 'fn', 'ln', 'ge', 'db', 'ct', 'st', 'zp', 'country']
const SHA256 = /^[a-f0-9]{64}$/
/** By each of these alone Meta can find a person. */
const STRONG = ['em', 'ph', 'fbc', 'fbp', 'external_id', 'fb_login_id', 'lead_id', 'madid']
// Source: facebook/capi-param-builder, client_js/shared/model.
const FBC = /^fb\.\d+\.\d{10,13}\.[\w-]+(?:\.(?:A[Qgw]|B[AQg]|[\w-]{8}))?$/
const FBP = /^fb\.\d+\.\d{10,13}\.\d{1,18}(?:\.(?:A[Qgw]|B[AQg]|[\w-]{8}))?$/

const MAX_AGE_S = 7 * 24 * 60 * 60

type Check = (event: ServerEvent, nowS: number) => GraphError | false

/**
 * The subcodes and what they mean are from public code and issues; the titles of 2804003 and 2804016 are Meta's own,
 * the other words are ours.
 */
const CHECKS: readonly Check[] = [
  ({ event_time }, nowS) =>
    event_time > nowS + 60 &&
    invalidParameter(
      2804019,
      'Invalid Parameter Value',
      'The value of event_time is in the future. It must be a Unix timestamp in seconds.',
    ),
  ({ event_time }, nowS) =>
    event_time < nowS - MAX_AGE_S &&
    invalidParameter(
      2804003,
      'Event Timestamp Too Old',
      'The timestamp for this event is too far in the past. Events need to be sent within 7 days of when they occurred.',
    ),
  ({ user_data }) =>
    HASHED.some((key) => values(user_data[key]).some((value) => !SHA256.test(value))) &&
    invalidParameter(
      2804016,
      'User Parameter Not Hashed',
      'A customer information parameter that must be hashed with SHA-256 was sent as it is.',
    ),
  ({ user_data }) =>
    (values(user_data.fbc).some((value) => !FBC.test(value)) ||
      values(user_data.fbp).some((value) => !FBP.test(value))) &&
    invalidParameter(
      2804019,
      'Invalid Parameter Value',
      'fbc and fbp must have the form fb.subdomainIndex.creationTime.value, with the creation time in milliseconds.',
    ),
  ({ user_data }) =>
    !STRONG.some((key) => values(user_data[key]).length > 0) &&
    invalidParameter(
      2804050,
      'Too Little Customer Information',
      'This event has no customer information, or a combination of it that is too broad to be matched.',
    ),
  ({ action_source, event_source_url, user_data }) =>
    action_source === 'website' &&
    (event_source_url === undefined || values(user_data.client_user_agent).length === 0) &&
    invalidParameter(
      2804019,
      'Invalid Parameter Value',
      'A website event needs event_source_url and client_user_agent.',
    ),
  ({ event_name, custom_data }) =>
    event_name === 'Purchase' &&
    (typeof custom_data?.value !== 'number' || !/^[A-Z]{3}$/.test(String(custom_data.currency))) &&
    invalidParameter(2804019, 'Invalid Parameter Value', 'A Purchase needs a number as value, and a currency.'),
]

const values = (field: string | string[] | undefined): string[] => (field === undefined ? [] : [field].flat())

/** What the Graph API has against an event; undefined where it takes it. */
export function checkEvent(event: unknown, nowS: number): GraphError | undefined {
  const parsed = ServerEvent.safeParse(event)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { code: 100, message: `(#100) Invalid parameter: data[0].${issue?.path.join('.')}: ${issue?.message}` }
  }
  for (const check of CHECKS) {
    const refusal = check(parsed.data, nowS)
    if (refusal) return refusal
  }
  return undefined
}
