import type { Identifier, IdentifierKind, Outcome, StepState } from '../model/identifier.ts'
import { isClickIdName, plainName } from './click-id-names.ts'

/** States in which a step shows the identifier's own value, under the name it has there. */
const PRESENT: ReadonlySet<StepState> = new Set(['appeared', 'kept', 'renamed', 'moved', 'restored'])

/** A postback reports to a tracker or network: it knows its own click ID, an ad platform's hardly ever. */
const KIND_RANK: Partial<Record<IdentifierKind, number>> = {
  'tracker-click-id': 0,
  'affiliate-click-id': 1,
  'ad-click-id': 3,
}
/** A sub-ID slot that bears a click ID's name (`cid`, `subid`) is used as one. */
const CLICK_ID_SLOT = 2

const OUTCOME_RANK: Record<Outcome, number> = { delivered: 0, altered: 1, 'handed-over': 2, lost: 3 }

const byOutcome = (a: Identifier, b: Identifier) => OUTCOME_RANK[a.outcome] - OUTCOME_RANK[b.outcome]

const clickIdRank = ({ kind, name }: Identifier): number | undefined =>
  KIND_RANK[kind] ?? (kind === 'sub-id' && isClickIdName(name) ? CLICK_ID_SLOT : undefined)

/** Of several identifiers of one name, the one that came furthest; of those, the one that appeared first. */
export function identifierNamed(name: string, identifiers: readonly Identifier[]): Identifier | undefined {
  return identifiers.filter((identifier) => identifier.name === name).toSorted(byOutcome)[0]
}

/**
 * The identifier that a macro of this name means, where the user has not said which.
 *
 * 1. the same name; 2. the same but for case, `_` and `-`; 3. a name the value bore further on (the macro `{aff_sub}` for
 * a clickid that was renamed to aff_sub); 4. for a macro that asks for a click ID, the likeliest click ID of the path:
 * a tracker's before a network's before an ad platform's, then one with such a name itself, then what came furthest.
 */
export function identifierForMacro(macro: string, identifiers: readonly Identifier[]): Identifier | undefined {
  const same = (name: string | undefined) => name !== undefined && plainName(name) === plainName(macro)
  return (
    identifierNamed(macro, identifiers) ??
    identifiers.filter(({ name }) => same(name)).toSorted(byOutcome)[0] ??
    identifiers
      .filter(({ trail }) => trail.some((step) => PRESENT.has(step.state) && same(step.name)))
      .toSorted(byOutcome)[0] ??
    (isClickIdName(macro) ? likeliestClickId(identifiers) : undefined)
  )
}

/** The click ID of a path that a tracker most likely knows; undefined where the path has none. */
export function likeliestClickId(identifiers: readonly Identifier[]): Identifier | undefined {
  const rank = (identifier: Identifier) => clickIdRank(identifier) ?? 9
  return identifiers
    .filter((identifier) => clickIdRank(identifier) !== undefined)
    .toSorted(
      (a, b) => rank(a) - rank(b) || Number(isClickIdName(b.name)) - Number(isClickIdName(a.name)) || byOutcome(a, b),
    )[0]
}
