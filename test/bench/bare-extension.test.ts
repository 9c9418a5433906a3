import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { type Apis, listen } from '../../lib/browser/listen.ts'

/** Both APIs, whose events note with which filter and options they are listened to. */
function notingApis() {
  const heard: Record<string, unknown[]> = {}
  const api = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, event) => ({
          addListener: (_listener: unknown, ...how: unknown[]) => {
            heard[`${name}.${String(event)}`] = how
          },
        }),
      },
    )
  return { heard, apis: { webRequest: api('webRequest'), webNavigation: api('webNavigation') } as unknown as Apis }
}

test('the bare extension listens to what Clickpath listens to, in the same way', () => {
  const clickpath = notingApis()
  listen(clickpath.apis, true, () => {})
  const bare = notingApis()
  runInNewContext(readFileSync(join(import.meta.dirname, 'bare-extension/background.js'), 'utf8'), {
    chrome: bare.apis,
  })
  expect(Object.keys(bare.heard).length).toBeGreaterThan(8)
  expect(JSON.parse(JSON.stringify(bare.heard))).toEqual(JSON.parse(JSON.stringify(clickpath.heard)))
})
