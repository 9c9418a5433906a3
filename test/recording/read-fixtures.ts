import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { explainError } from '../../lib/findings/network-error.ts'
import type { Hop, RecordedPath, SetCookie } from '../../lib/model/click-path.ts'
import type { Fixture, FixtureHop } from './fixture.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/recording/', import.meta.url))

/** Every recorded walk, by browser and scenario. */
export function readFixtures(): Fixture[] {
  return globSync('*/*.json', { cwd: FOLDER })
    .sort()
    .map((file) => JSON.parse(readFileSync(FOLDER + file, 'utf8')))
}

/** A hop that a fixture expects, on one line. */
export function expectedLine(hop: FixtureHop): string {
  const { cause, status, method = 'GET', host, path, fragment = '', newTab, fromCache, fails, blocked } = hop
  const { body, element, ip, setCookies, tookMs, says, urlLength } = hop
  return [
    `${cause} ${method} ${status} ${host}${path}${fragment}`,
    ...(newTab ? ['in a new tab'] : []),
    ...(fromCache ? ['from the cache'] : []),
    ...(fails ? ['fails'] : []),
    ...(blocked ? ['blocked'] : []),
    ...(body === undefined ? [] : [`with ${body}`]),
    ...(element === undefined ? [] : [`by ${element}`]),
    ...(ip === undefined ? [] : [`from ${ip}`]),
    ...(setCookies === undefined ? [] : [`sets ${setCookies.map(cookieText).join(' ')}`]),
    ...(tookMs === undefined ? [] : [`after ${tookMs} ms`]),
    ...(says === undefined ? [] : [says]),
    ...(urlLength === undefined ? [] : [`${urlLength} characters`]),
  ].join(', ')
}

const cookieText = ({ name, value, domain }: SetCookie) => `${name}=${value}${domain === undefined ? '' : `@${domain}`}`

/** A recorded path in the same words; some are told only where the expectation names them. */
export function recordedLines({ hops }: RecordedPath, expected: FixtureHop[] = []): string[] {
  return hops.map((hop, index) => expectedLine(asFixture(hop, expected[index])))
}

function asFixture(hop: Hop, expected: FixtureHop | undefined): FixtureHop {
  const { hostname, pathname, hash } = new URL(hop.url)
  const { cause, status, method } = hop
  return {
    ...{ host: hostname, path: pathname, cause, status, method },
    ...(hop.openerTabId !== undefined && hop.openerTabId !== hop.tabId ? { newTab: true } : {}),
    ...(hop.fromCache ? { fromCache: true } : {}),
    ...(hop.error === null ? {} : { fails: true }),
    ...(hop.blocked ? { blocked: true } : {}),
    ...(expected?.fragment === undefined ? {} : { fragment: hash }),
    ...(expected?.body === undefined ? {} : { body: hop.body ?? '' }),
    ...(expected?.element === undefined ? {} : { element: hop.element ?? '' }),
    ...(expected?.ip === undefined ? {} : { ip: hop.ip ?? '' }),
    ...(expected?.setCookies === undefined ? {} : { setCookies: hop.setCookies ?? [] }),
    ...(expected?.tookMs === undefined ? {} : { tookMs: Math.min(expected.tookMs, hop.durationMs ?? 0) }),
    ...(expected?.says === undefined ? {} : { says: explainError(hop.error ?? '', hostname).words }),
    ...(expected?.urlLength === undefined ? {} : { urlLength: Math.min(expected.urlLength, hop.url.length) }),
  }
}
