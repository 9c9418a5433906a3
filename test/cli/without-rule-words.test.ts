import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withoutRuleWords } from '../../cli/build/without-rule-words.ts'
import { ROOT } from '../../cli/root.ts'
import { RULES } from '../../lib/findings/registry.ts'

const { transform } = withoutRuleWords()
const FOLDER = join(ROOT, 'lib/findings/rules')
const source = (id: string) => readFileSync(join(FOLDER, `${id}.ts`), 'utf8')
const bundled = (id: string) => transform(source(id), join(FOLDER, `${id}.ts`))?.code ?? ''
/** Words as they stand in a string literal. */
const holds = (code: string, words: string) => code.replaceAll("\\'", "'").includes(words)

describe('a rule is bundled', () => {
  it.each(RULES.map(({ id, title, why }) => [id, title, why]))(
    '%s without its words for the docs',
    (id, title, why) => {
      for (const words of [title, why]) {
        expect(holds(source(id), words)).toBe(true)
        expect(holds(bundled(id), words)).toBe(false)
      }
    },
  )

  it('with the fix that its findings end with, where they do', () => {
    expect(RULES.filter(({ id, fix }) => holds(bundled(id), fix)).map(({ id }) => id)).toEqual([
      'id-truncated',
      'id-case-changed',
      'id-double-encoded',
      'id-plus-decoded',
      'id-altered',
    ])
  })

  it('else as it is', () => {
    expect(readdirSync(FOLDER)).toHaveLength(RULES.length)
    for (const { id } of RULES) {
      const kept = bundled(id).split('\n')
      const left = source(id)
        .split('\n')
        .filter((line) => !kept.includes(line))
      expect(
        left.every((line) => /^ {2}(?:title|why|fix): /.test(line)),
        id,
      ).toBe(true)
    }
    expect(transform('  why: 1\n', join(ROOT, 'lib/findings/judge.ts'))).toBeUndefined()
  })
})
