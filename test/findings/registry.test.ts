import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../lib/findings/registry.ts'

const here = (path: string) => new URL(path, import.meta.url)
const ids = RULES.map(({ id }) => id).sort()
const names = (folder: string, ending: string) =>
  readdirSync(here(folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort()

describe('the rules', () => {
  it('are one a file, named for their id', () => expect(names('../../lib/findings/rules', '.ts')).toEqual(ids))

  it('have a test each', () => expect(names('./rules', '.test.ts')).toEqual(ids))

  it('say why they matter and what to do', () => {
    for (const { title, why, fix } of RULES)
      for (const words of [title, why, fix]) expect(words.length).toBeGreaterThan(10)
  })

  it('have a row each in FINDINGS.md, with severity, reason and fix', () => {
    const rows = readFileSync(here('../../docs/FINDINGS.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()))
    expect(rows.map(([, id]) => id?.replaceAll('`', '')).sort()).toEqual(ids)
    for (const [, id, severity, when, why, fix] of rows) {
      const rule = RULES.find((candidate) => `\`${candidate.id}\`` === id)
      expect(severity).toMatch(new RegExp(`^${rule?.severity}`))
      expect(when).not.toBe('')
      expect(why).toBe(rule?.why)
      expect(fix).toBe(rule?.fix)
    }
  })
})
