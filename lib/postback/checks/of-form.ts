import type { Problem } from './problem.ts'

/** What breaks the form of a URL, so that its parameters are not what they seem. */
const FORM: ReadonlySet<string> = new Set([
  'not-a-url',
  'no-question-mark',
  'second-question-mark',
  'html-ampersand',
  'space',
])
/** As many faults of form are thought away; a URL with more has nothing else worth telling yet. */
const MOST = 4

/**
 * Leaves out what is wrong only because the form of the URL is: with that mended it is gone.
 *
 * @param check what is wrong with the URL when it is written so
 */
export function withoutOfForm(problems: readonly Problem[], url: string, check: (url: string) => Problem[]): Problem[] {
  let left = problems
  let tidy = url
  for (let round = 0; round < MOST; round++) {
    const next = left.flatMap((problem) => tidied(problem, tidy) ?? [])[0]
    if (next === undefined || next === tidy) break
    tidy = next
    left = check(tidy)
  }
  const stays = new Set(left.map(keyOf))
  return problems.filter((problem) => isOfForm(problem) || stays.has(keyOf(problem)))
}

function tidied(cause: Problem, url: string): string | undefined {
  if (!isOfForm(cause)) return undefined
  // Before a macro that begins with a # the URL seems to end.
  return cause.macro ? url.replaceAll(cause.macro, encodeURIComponent(cause.macro)) : cause.mend?.url
}

const isOfForm = ({ id, macro }: Problem): boolean => FORM.has(id) || macro?.startsWith('#') === true

const keyOf = ({ id, title }: Problem): string => `${id} ${title}`
