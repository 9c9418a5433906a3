import { type Answer, jsonAnswer } from '../answer.ts'
import { fieldsOf } from '../query.ts'
import type { RecordedRequest } from '../request-log.ts'
import { checkEvent } from './check-event.ts'
import { type GraphError, refuse, traceId } from './graph-error.ts'

/** The one data set ("pixel") that this double knows. */
export const PIXEL_ID = '1029384756012345'
/** A token that may send to it; any other is refused. */
export const ACCESS_TOKEN = 'EAAdemoTokenThatIsGood0123456789'
/** One whose session has ended. */
export const EXPIRED_TOKEN = 'EAAdemoTokenThatHasEnded0123456789'

const EVENTS = /^\/(v\d{1,2}\.\d)\/([^/]+)\/events$/
const TEST_CODE = /^TEST[0-9A-Z]+$/
const MOST_EVENTS = 1000

type Body = Readonly<Record<string, unknown>>

/**
 * Stands in for Meta's Graph API: takes server events at `/vN.0/PIXEL_ID/events`, by JSON or form, checks them as Meta
 * does, and answers in Meta's shapes.
 */
export function answerGraph(request: RecordedRequest, now: Date): Answer {
  const trace = traceId(request.url + request.body)
  const body = bodyOf(request)
  const found = EVENTS.exec(request.path)
  const error =
    wrongPlace(request, found) ??
    wrongToken(tokenOf(request, body)) ??
    (found?.[2] === PIXEL_ID ? undefined : NO_SUCH_OBJECT(found?.[2] ?? '')) ??
    wrongBody(body, Math.floor(now.getTime() / 1000))
  if (error) return refuse(error, trace)
  return jsonAnswer({ events_received: eventsOf(body).length, messages: [], fbtrace_id: trace })
}

function wrongPlace({ method, path }: RecordedRequest, found: RegExpExecArray | null): GraphError | undefined {
  if (!found) return { code: 2500, message: `Unknown path components: ${path}` }
  if (method !== 'POST') return { ...NO_SUCH_OBJECT(found[2] ?? ''), message: 'Unsupported get request.' }
  return undefined
}

function wrongToken(token: string): GraphError | undefined {
  if (token === '') return { code: 104, message: 'An access token is required to request this resource.' }
  if (token === EXPIRED_TOKEN)
    return { code: 190, error_subcode: 463, message: 'Error validating access token: Session has expired.' }
  if (token !== ACCESS_TOKEN) return { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' }
  return undefined
}

const NO_SUCH_OBJECT = (id: string): GraphError => ({
  type: 'GraphMethodException',
  code: 100,
  error_subcode: 33,
  message: `Unsupported post request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
})

function wrongBody(body: Body, nowS: number): GraphError | undefined {
  const { test_event_code: testCode } = body
  const events = eventsOf(body)
  if (events.length === 0) return { code: 100, message: '(#100) The parameter data is required.' }
  if (events.length > MOST_EVENTS) return { code: 100, message: `(#100) Too many events: ${events.length}` }
  if (testCode !== undefined && !(typeof testCode === 'string' && TEST_CODE.test(testCode)))
    return { code: 100, message: '(#100) Param test_event_code is invalid.' }
  return events.map((event) => checkEvent(event, nowS)).find((refusal) => refusal !== undefined)
}

const eventsOf = ({ data }: Body): unknown[] => {
  const list: unknown = typeof data === 'string' ? parsed(data) : data
  return Array.isArray(list) ? list : []
}

const tokenOf = ({ query }: RecordedRequest, body: Body): string =>
  String(body.access_token ?? fieldsOf(query).find(([name]) => name === 'access_token')?.[1] ?? '')

/** Fields of a JSON or form body; one that is neither has none. */
function bodyOf({ headers, body }: RecordedRequest): Body {
  if (!headers['content-type']?.includes('json')) return Object.fromEntries(fieldsOf(body))
  const value = parsed(body)
  return typeof value === 'object' && value !== null ? (value as Body) : {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
