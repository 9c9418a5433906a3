import { isCommonValue } from '../identifiers/common-value.ts'
import { placeholderIn } from '../identifiers/placeholder.ts'
import { lastDocument } from '../identifiers/trail.ts'
import type { ClickPath } from '../model/click-path.ts'
import type { Finding } from '../model/finding.ts'
import { blame, placeOf } from './blame.ts'
import { count, list } from './words.ts'

/**
 * The verdict on a path in one sentence. Hops are numbered from 1, as on every screen.
 *
 * The worst finding speaks; identifiers that met the same fate at the same hop share its sentence.
 */
export function verdictSentence(path: ClickPath): string {
  const [worst] = path.findings
  if (path.hops.length === 0) return 'Nothing recorded yet'
  if (!worst || worst.severity === 'info') return passSentence(path)
  return troubleSentence(path, worst)
}

function troubleSentence(path: ClickPath, worst: Finding): string {
  const { rule, identifier, hop, title, severity } = worst
  if (identifier === undefined || !TAKES_BLAME.test(rule)) return title
  const alike = path.findings.filter(
    (other) => other.rule === rule && other.hop === hop && withoutName(other) === withoutName(worst),
  )
  const names = list(alike.flatMap((other) => other.identifier ?? []))
  const sentence = `${title.replace(identifier, () => names)}: ${blame(path.hops, hop)}`
  if (rule !== 'id-stripped') return sentence
  const what = new Set(alike.map((other) => other.identifier)).size > 1 ? 'them' : 'it'
  return `${sentence} ${severity === 'error' ? 'without' : 'with an ID of its own instead of'} ${what}`
}

const withoutName = ({ title, identifier = '' }: Finding): string => title.replace(identifier, '')

/** Rules about one identifier whose title leaves open who did it. */
const TAKES_BLAME =
  /^(?:id-(?:stripped|replaced|truncated|case-changed|double-encoded|plus-decoded|altered)|stripped-by-(?:browser|extension))$/

function passSentence({ hops, identifiers }: ClickPath): string {
  const end = placeOf(hops[lastDocument(hops)])
  const arrived = identifiers.filter(({ outcome }) => outcome === 'delivered')
  const ids = arrived.filter(
    ({ kind, value }) => kind !== 'campaign-tag' && kind !== 'other' && !isCommonValue(value) && !placeholderIn(value),
  )
  const after = count(lastDocument(hops) + 1, 'hop')
  if (ids.length > 0) return `${list(ids.map(({ name }) => name))} arrived intact at ${end} after ${after}`
  const tags = arrived.length > 0 ? `, only ${list(arrived.map(({ name }) => name))}` : ''
  return `No click ID on the way to ${end}: ${after}${tags}`
}
