import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { withTables } from '../../cli/docs/identifiers-page.ts'
import { ROOT } from '../../cli/root.ts'
import catalogue from '../../lib/identifiers/catalogue.json' with { type: 'json' }
import otherNames from '../../lib/identifiers/other-names.json' with { type: 'json' }
import facts from '../../lib/identifiers/sources.json' with { type: 'json' }

describe('docs/IDENTIFIERS.md', () => {
  it('is made from the catalogue as it is now (npm run docs)', () => {
    const page = readFileSync(join(ROOT, 'docs/IDENTIFIERS.md'), 'utf8')
    expect(page).toBe(withTables(page))
  })
})

describe('the sources', () => {
  const Row = z.strictObject({
    names: z.string().check(z.minLength(1)),
    confidence: z.enum(['documented', 'widely-used', 'recalled']),
    evidence: z.string(),
    sources: z.array(z.int().check(z.nonnegative(), z.lt(facts.sources.length))).check(z.minLength(1)),
    strippedBy: z.optional(z.array(z.string())),
    window: z.optional(z.string()),
    notes: z.optional(z.array(z.string())),
  })
  const sourced = facts.rows.flatMap(({ names }) => names.split(' '))

  it('are rows of one form', () => {
    for (const row of facts.rows) expect(z.safeParse(Row, row).success, row.names).toBe(true)
  })

  it('say of every name in the catalogue where it is from, once, and of no other', () => {
    const names = [...Object.values(catalogue).flat(), ...otherNames].flatMap((row) => row.names.split(' '))
    expect([...sourced].sort()).toEqual([...names].sort())
  })
})
