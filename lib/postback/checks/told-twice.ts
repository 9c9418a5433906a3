import { isClickIdName } from '../click-id-names.ts'
import { nameIn } from '../macro-name.ts'
import type { Problem, Span } from './problem.ts'

/** Problems that say more about the same macro than another does, and stand for it. */
const SAYS_MORE: Readonly<Record<string, readonly string[]>> = {
  'click-id-damaged': ['other-click'],
  'misspelt-macro': ['unfilled-macro'],
  'other-slot': ['unfilled-macro', 'misspelt-macro'],
}

const WRONG_ID = ['other-click', 'click-id-damaged']
const WRONG_VALUE = ['payout-no-number', 'payout-with-unit', 'unknown-value', 'unusual-value', 'no-currency-code']
const MACROS = ['foreign-macro', 'literal-macro', 'wrong-brackets', 'misspelt-macro', 'unknown-macro', 'unfilled-macro']

/** What is only a consequence of another problem at the same place: mended with it, it is gone too. */
const CONSEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'half-macro': [...WRONG_ID, ...WRONG_VALUE, ...MACROS, 'unencoded-value', 'empty-value'],
  'foreign-macro': [...WRONG_ID, ...WRONG_VALUE, 'space', 'fragment'],
  'literal-macro': [...WRONG_ID, ...WRONG_VALUE, 'space', 'fragment'],
  'wrong-brackets': ['space', 'fragment'],
  placeholder: [...WRONG_ID, ...WRONG_VALUE],
  'blank-parameter': ['empty-value'],
  'payout-with-unit': ['unencoded-value'],
  'payout-no-number': ['unencoded-value'],
}

/** Leaves out what another problem says already, so that each fault is told once. */
export function withoutTwice(problems: readonly Problem[]): Problem[] {
  const better = new Set(problems.flatMap(({ id, macro }) => SAYS_MORE[id]?.map((less) => `${less} ${macro}`) ?? []))
  const causes = problems.filter(({ id }) => CONSEQUENCES[id] !== undefined)
  const hasId = causes.some(({ macro }) => macro !== undefined && isClickIdName(nameIn(macro)))
  return problems.filter(
    (problem) =>
      !better.has(`${problem.id} ${problem.macro}`) &&
      !(problem.id === 'no-click-id' && hasId) &&
      !causes.some((cause) => follows(problem, cause)),
  )
}

function follows(problem: Problem, cause: Problem): boolean {
  const { id, place } = problem
  if (problem === cause || !place || !cause.place) return false
  return CONSEQUENCES[cause.id]?.includes(id) === true && (lies(cause.place, place) || lies(place, cause.place))
}

const lies = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
