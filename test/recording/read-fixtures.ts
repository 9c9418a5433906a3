import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hop, RecordedPath } from '../../lib/model/click-path.ts'
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
  const { cause, status, method = 'GET', host, path, fragment = '', newTab, fromCache, fails, blocked, body } = hop
  return [
    `${cause} ${method} ${status} ${host}${path}${fragment}`,
    ...(newTab ? ['in a new tab'] : []),
    ...(fromCache ? ['from the cache'] : []),
    ...(fails ? ['fails'] : []),
    ...(blocked ? ['blocked'] : []),
    ...(body === undefined ? [] : [`with ${body}`]),
  ].join(', ')
}

/** A recorded path in the same words. Fragment and body are told where the expectation names them. */
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
  }
}
