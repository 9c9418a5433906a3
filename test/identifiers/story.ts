import { follow } from '../../lib/identifiers/follow.ts'
import type { Cause, Hop, RecordedPath, SetCookie } from '../../lib/model/click-path.ts'
import type { Identifier } from '../../lib/model/identifier.ts'

/** What leads from one hop to the next: facts of the next hop, and of the answer of the one before. */
export interface Lead {
  url: string
  cause: Cause
  next?: Partial<Hop>
  before?: Partial<Hop>
}

const by =
  (cause: Cause) =>
  (url: string, next: Partial<Hop> = {}): Lead => ({ url, cause, next })

/** A server's redirect; the cookies are those that its answer sets. */
export const redirect = (status: number, url: string, setCookies?: SetCookie[]): Lead => ({
  url,
  cause: 'http-redirect',
  before: { status, ...(setCookies && { setCookies }) },
})
export const script = by('script')
export const metaRefresh = by('meta-refresh')
export const history = by('history')
export const fragment = by('fragment')
export const browserRewrite = by('browser')
export const extensionRewrite = by('extension')
export const link = (url: string, element?: string): Lead => ({
  url,
  cause: 'link',
  ...(element && { next: { element } }),
})
export const post = (url: string, body: string): Lead => ({ url, cause: 'form', next: { method: 'POST', body } })

/** The page that a hop brought sets cookies before it leads on. */
export const setting = (lead: Lead, ...setCookies: SetCookie[]): Lead => ({
  ...lead,
  before: { ...lead.before, setCookies },
})

/** A server's redirect, with the headers that tell what software gave it. */
export const redirectBy = (status: number, url: string, headers: Record<string, string>): Lead => ({
  url,
  cause: 'http-redirect',
  before: { status, headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
})

/** A recorded path: a typed URL, and what led on from there. Pages answer 200 unless the story says otherwise. */
export function path(url: string, ...leads: Lead[]): RecordedPath {
  const hops: Hop[] = [hop({ url, cause: 'typed' })]
  for (const { url, cause, next, before } of leads) {
    Object.assign(hops.at(-1) as Hop, before)
    hops.push(hop({ index: hops.length, url, cause, ...next }))
  }
  return { id: 'path-1', startedAt: '2026-11-21T09:00:00.000Z', hops }
}

const hop = (facts: Partial<Hop>): Hop => ({
  index: 0,
  url: '',
  cause: 'unknown',
  tabId: 1,
  method: 'GET',
  status: facts.cause === 'history' || facts.cause === 'fragment' ? null : 200,
  error: null,
  fromCache: false,
  startedAt: 0,
  durationMs: null,
  ...facts,
})

/** The identifier of that name that appeared first. */
export function identifier(recorded: RecordedPath, name: string): Identifier {
  const found = follow(recorded.hops).find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no identifier ${name}`)
  return found
}

/** An identifier's trail in one line: `appeared kept renamed:sub1 moved@path stripped`. */
export const trailOf = (recorded: RecordedPath, name: string): string =>
  identifier(recorded, name)
    .trail.map(({ state, name: as, where }) => {
      if (state === 'renamed') return `${state}:${as}`
      return state === 'moved' || (state === 'appeared' && where !== 'query') ? `${state}@${where}` : state
    })
    .join(' ')

export const outcomeOf = (recorded: RecordedPath, name: string): string => identifier(recorded, name).outcome

/** A click ID of the length of a real one. */
export const FBCLID = 'IwZXh0bgNhZW0BMABhZGlkAasX7qS0mFgBHQ1dQk9VQy3n_aem_Z0Kx8bTqPfA'
