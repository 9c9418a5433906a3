import type { BrowserName } from '../../../cli/browsers/session.ts'
import type { FixtureHop } from '../fixture.ts'
import { type Case, FRESH, hop, ID } from './case.ts'
import { HSTS_HOST, type SurroundingsName, UPGRADED_HOST } from './surroundings.ts'

/** Something on the machine that rewrites a request before it is sent. */
interface Rewriter {
  id: string
  only?: BrowserName
  surroundings: SurroundingsName
  /** As it is asked for; `PORT` stands for the server's port. */
  url: string
  /** Host and path of it. */
  at: string
  cause: FixtureHop['cause']
  /** A page that must have been seen before. */
  after?: string
}

/** A request that is rewritten where it begins a click, and where a redirect leads to it. */
function rewrites({ id, only, surroundings, url, at, cause, after }: Rewriter): Case[] {
  const pages: Case['pages'] = {
    [at]: { headers: FRESH },
    'trk.localhost/click': { status: 302, headers: { location: url } },
    [`${HSTS_HOST}/known`]: { headers: { 'strict-transport-security': 'max-age=600' } },
  }
  const walk =
    (start: string): Case['walk'] =>
    async ({ tab, port, rest }) => {
      for (const page of after ? [after, start] : [start]) {
        await tab.goto(page.replaceAll('PORT', `${port}`))
        await rest()
      }
    }
  const one = (how: string, start: string, hops: FixtureHop[]): Case => ({
    id: `${id}-${how}`,
    surroundings,
    ...(only ? { only } : {}),
    pages,
    walk: walk(start),
    ...(after ? { forgets: true } : {}),
    expected: { paths: [...(after ? [[hop(`${HSTS_HOST}/known`, 'typed')]] : []), hops] },
  })
  return [
    one('typed', url, [hop(at, 'typed', null), hop(at, cause)]),
    one('after-redirect', `http://trk.localhost:PORT/click?${ID}`, [
      hop('trk.localhost/click', 'typed', 302),
      hop(at, 'http-redirect', null),
      hop(at, cause),
    ]),
  ]
}

/** The machine itself changes where a click goes: the browser, or what is installed in it. */
export const REWRITES: readonly Case[] = (
  [
    {
      id: 'rule-of-another-extension',
      surroundings: 'another-extension',
      url: `http://stripped.localhost:PORT/page?${ID}&clickid=abcdef123456`,
      at: 'stripped.localhost/page',
      cause: 'extension',
    },
    {
      id: 'hsts',
      surroundings: 'own-authority',
      url: `http://${HSTS_HOST}:PORT/page?${ID}`,
      at: `${HSTS_HOST}/page`,
      cause: 'hsts',
      after: `https://${HSTS_HOST}:PORT/known`,
    },
    // Chromium tries https by itself at a host's usual port alone, so its host is mapped to the server's.
    {
      id: 'https-upgrade',
      only: 'chromium',
      surroundings: 'own-authority',
      url: `http://${UPGRADED_HOST}/page?${ID}&run=PORT`,
      at: `${UPGRADED_HOST}/page`,
      cause: 'hsts',
    },
    {
      id: 'https-upgrade',
      only: 'firefox',
      surroundings: 'https-only',
      url: `http://${UPGRADED_HOST}:PORT/page?${ID}`,
      at: `${UPGRADED_HOST}/page`,
      cause: 'hsts',
    },
  ] satisfies Rewriter[]
).flatMap(rewrites)
