import { describe, expect, test } from 'vitest'
import { answered } from '../build.ts'
import bodies from './bodies.json' with { type: 'json' }

/** Bodies as trackers, networks, gateways and firewalls answer a postback, each judged by hand. */
const BODIES = Object.entries(bodies)

describe.each(BODIES)('an answer of any receiver is read as %s:', (group, said) => {
  test.each(said.map((body) => [body]))('%j', (body) => {
    expect(answered(200, body).classification?.class).toBe(group)
  })
})

test.each([
  ['Click &quot;abc&quot; not found.', 'Click &quot;abc&quot; not found'],
  ['<response><status>error</status></response>', 'status>error'],
  ['no errors found, conversion recorded', 'conversion recorded'],
])('the words that decided are marked where they stand: %s', (body, words) => {
  const { start, end } = answered(200, body).classification ?? {}
  expect(body.slice(start, end)).toBe(words)
})
