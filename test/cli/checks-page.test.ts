import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { CHECK_EXAMPLES } from '../../cli/docs/check-examples.ts'
import { problemsOf, withChecks } from '../../cli/docs/checks-page.ts'
import { ROOT } from '../../cli/root.ts'

describe('docs/CHECKS.md', () => {
  it('is made from what the checker says now (npm run docs)', () => {
    const page = readFileSync(join(ROOT, 'docs/CHECKS.md'), 'utf8')
    expect(page).toBe(withChecks(page))
  })

  it('has a row for each thing that the checker knows to say', () => {
    const sources = globSync('lib/postback/{checks/*,campaign/campaign-url}.ts', { cwd: ROOT })
    const said = sources.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\b(?:error|warning|info)\(\s*'([a-z-]+)'/g)].map(
        ([, id]) => id,
      ),
    )
    expect(new Set(CHECK_EXAMPLES.map(({ id }) => id))).toEqual(new Set(said))
  })
})

describe('an example has one thing wrong with it, which is told once, with its place', () => {
  test.each(CHECK_EXAMPLES.map((example) => [example.id, example.mode, example.url.slice(0, 80), example] as const))(
    '%s (%s): %s',
    (id, _, __, example) => {
      const problems = problemsOf(example)
      expect(problems.map((problem) => problem.id)).toEqual([id])
      const place = problems[0]?.place
      expect(place ? example.url.slice(place.start, place.end) : null).toBe(example.mark)
    },
  )
})
