import type { Check } from './check.ts'
import { withoutOfForm } from './of-form.ts'
import type { Problem } from './problem.ts'
import { run } from './run.ts'
import type { CheckInput } from './subject.ts'
import { withoutTwice } from './told-twice.ts'

/**
 * What checks find, each fault told once, most severe first.
 *
 * @param read what is to be checked, where its URL is this one
 */
export function findAll(checks: readonly Check[], url: string, read: (url: string) => CheckInput): Problem[] {
  const check = (url: string) => withoutTwice(run(checks, read(url)))
  const problems = check(url)
  // Before anything was written there is one thing to say.
  if (url.trim() === '') return problems.filter(({ id }) => id === 'not-a-url')
  return withoutOfForm(problems, url, check)
}
