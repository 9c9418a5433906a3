import { type Answer, htmlAnswer, jsonAnswer, textAnswer } from '../answer.ts'
import type { Context } from '../context.ts'
import { answerInFlavour, FLAVOURS } from '../flavours.ts'
import { fieldsOf } from '../query.ts'
import { receive } from '../receiver.ts'
import type { RecordedRequest } from '../request-log.ts'
import { TROUBLES } from '../troubles.ts'
import { conversionsPage, receiverPage } from './conversions.ts'

/** The postback receiver: takes conversions at `/postback`, shows them, and fails on request. */
export function answerPostback(request: RecordedRequest, context: Context): Answer {
  const { path, query } = request
  if (path === '/postback') return take(request, context)
  if (path === '/conversions') return htmlAnswer(conversionsPage(context.conversions))
  if (path === '/conversions.json') return jsonAnswer(context.conversions)
  if (path === '/') return htmlAnswer(receiverPage(Object.keys(FLAVOURS), Object.keys(TROUBLES)))
  const trouble = Object.hasOwn(TROUBLES, path) ? TROUBLES[path] : undefined
  return trouble ? trouble(query, context) : textAnswer('no such endpoint', 404)
}

function take(request: RecordedRequest, context: Context): Answer {
  const { method } = request
  if (method !== 'GET' && method !== 'POST') return textAnswer('GET or POST only', 405)
  const fields = [...fieldsOf(request.query), ...bodyFields(request)]
  const asked = (name: string) => fields.find(([field]) => field === name)?.[1] ?? ''
  const reception = receive(fields, context, { method, at: new Date().toISOString() })
  return answerInFlavour(asked('as') || 'default', reception, asked('return'))
}

/** Fields of a urlencoded or JSON body; a body that is neither has none. */
function bodyFields({ headers, body }: RecordedRequest): [string, string][] {
  if (!headers['content-type']?.includes('json')) return fieldsOf(body)
  try {
    const parsed: unknown = JSON.parse(body)
    return Object.entries(parsed ?? {}).map(([name, value]) => [name, String(value)])
  } catch {
    return []
  }
}
