import { type Answer, htmlAnswer, jsonAnswer, redirectAnswer, textAnswer } from '../answer.ts'
import type { Context } from '../context.ts'
import { answerInFlavour } from '../flavours.ts'
import { fieldsOf } from '../query.ts'
import { receive } from '../receiver.ts'
import type { RecordedRequest } from '../request-log.ts'
import { conversionsPage, receiverPage } from './conversions.ts'

const ERROR_PAGE = '<!doctype html><title>500</title><h1>Internal Server Error</h1><p>The tracker stumbled.</p>'

/** Every way in which a receiver can fail a caller, by path. */
const TROUBLES: Readonly<Record<string, (query: string) => Answer>> = {
  '/hang': () => ({ fate: 'hang' }),
  '/reset': () => ({ fate: 'reset' }),
  '/500': () => htmlAnswer(ERROR_PAGE, 500),
  '/200-error': () => jsonAnswer({ status: 'error', message: 'Invalid click ID: conversion not recorded' }),
  '/204': () => ({ status: 204 }),
  '/big': () => textAnswer('0123456789abcdef'.repeat(200 * 64)),
  '/cookie': () => ({ status: 200, headers: { 'set-cookie': 'receiver=seen; Path=/' }, body: 'OK' }),
  '/redirect': (query) => redirectAnswer(`/postback${query === '' ? '' : `?${query}`}`),
}

/** The postback receiver: takes conversions at `/postback`, shows them, and fails on request. */
export function answerPostback(request: RecordedRequest, context: Context): Answer {
  const { path, query } = request
  if (path === '/postback') return take(request, context)
  if (path === '/conversions') return htmlAnswer(conversionsPage(context.conversions))
  if (path === '/conversions.json') return jsonAnswer(context.conversions)
  if (path === '/') return htmlAnswer(receiverPage(Object.keys(TROUBLES)))
  const trouble = Object.hasOwn(TROUBLES, path) ? TROUBLES[path] : undefined
  return trouble ? trouble(query) : textAnswer('no such endpoint', 404)
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
