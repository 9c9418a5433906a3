import type { ConversionApi } from '../../model/conversion-api.ts'
import type { PostbackRequest, PostbackResponse } from '../../model/postback.ts'
import type { Person, PersonField } from './person.ts'

/** One conversion, as a person fills it in; each platform makes its own payload of it. */
export interface ConversionEvent {
  /** As the platform names it: `Purchase`, `CompletePayment`. */
  name: string
  /** Milliseconds since the epoch. */
  at: number
  /** The page on which it happened. */
  sourceUrl: string
  /** By this and the name the platform knows two reports for one. */
  eventId: string
  /** Text as it was typed; empty where there is none. */
  value: string
  currency: string
  userAgent: string
  click: ClickKeys
  person: Person
}

/** What ties an event to its click. */
export interface ClickKeys {
  fbc?: string
  fbp?: string
  ttclid?: string
  ttp?: string
}

/** SHA-256 of UTF-8 as lower-case hex: handed in, since a pure folder has no `crypto`. */
export type Digest = (text: string) => Promise<string>

export interface EventProblem {
  severity: 'error' | 'warning' | 'info'
  message: string
}

/** What a platform's answer says. */
export interface ApiAnswer {
  tone: 'ok' | 'warning' | 'error'
  title: string
  /** What it means, and the platform's own words to the user. */
  detail: string
  next: string
  /** Events taken; null where it does not say. */
  received: number | null
  /** What its support asks for. */
  traceId: string | null
  code: number | null
  subcode: number | null
}

/** A conversions API: one file a platform. */
export interface ConversionPlatformKit {
  name: string
  defaults: Pick<ConversionApi, 'baseUrl' | 'apiVersion'>
  /** Names of its standard events. */
  events: readonly string[]
  /** What it takes of the customer. */
  person: readonly PersonField[]
  /** Whether a version, pixel or test code is spelt as the platform spells them, and an event is one it takes. */
  check(api: ConversionApi, event: ConversionEvent, now: number): EventProblem[]
  /** The request, with the token in it: for sending, never for keeping. */
  build(api: ConversionApi, event: ConversionEvent, digest: Digest): Promise<PostbackRequest>
  /** Explains a kept answer: the token was taken out of it before it was kept. */
  read(response: PostbackResponse, request: Pick<PostbackRequest, 'body'>): ApiAnswer
}
