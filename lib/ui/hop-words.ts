import type { Cause, Hop } from '../model/click-path.ts'
import type { Place } from '../model/identifier.ts'

/** What brought the browser to a hop, in words. */
export const CAUSE_WORDS: Record<Cause, string> = {
  typed: 'typed or opened',
  link: 'link',
  form: 'form',
  script: 'script',
  'meta-refresh': 'meta refresh',
  'refresh-header': 'Refresh header',
  'http-redirect': 'redirect',
  hsts: 'https upgrade',
  extension: 'other extension',
  browser: 'browser rewrite',
  'service-worker': 'service worker',
  history: 'page changed its address',
  fragment: 'fragment change',
  reload: 'reload',
  'back-forward': 'back or forward',
  unknown: 'unknown cause',
}

/** Where in a request a value stands, in words. */
export const PLACE_WORDS: Record<Place, string> = {
  query: 'query',
  fragment: 'fragment',
  path: 'path',
  body: 'form body',
  cookie: 'cookie',
  nested: 'nested URL',
}

/** A hop's number on screen, where hops count from 1. */
export const hopNumber = (index: number): string => `hop ${index + 1}`

export interface StatusWords {
  text: string
  tone: 'plain' | 'error'
}

/** What a hop was answered, in a word or a number. */
export function statusWords(hop: Pick<Hop, 'status' | 'error' | 'cause' | 'blocked'>): StatusWords {
  if (hop.blocked) return { text: 'blocked', tone: 'error' }
  if (hop.error !== null) return { text: 'failed', tone: 'error' }
  if (hop.status !== null) return { text: String(hop.status), tone: hop.status >= 400 ? 'error' : 'plain' }
  if (hop.cause === 'history' || hop.cause === 'fragment') return { text: 'in page', tone: 'plain' }
  return { text: 'no answer', tone: 'plain' }
}
