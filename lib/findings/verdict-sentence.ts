import { isCommonValue } from '../identifiers/common-value.ts'
import { placeholderIn } from '../identifiers/placeholder.ts'
import { lastDocument } from '../identifiers/trail.ts'
import type { ClickPath } from '../model/click-path.ts'
import type { Finding } from '../model/finding.ts'
import type { Identifier } from '../model/identifier.ts'
import { blame, nextRequest, placeOf } from './blame.ts'
import { heirOf } from './heir.ts'
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
  if (HANDS_OVER.test(rule) && severity === 'warning') {
    const heir = heirOf(path, identifier, nextRequest(path.hops, hop))
    return `${sentence} with ${heir ? `its own ${heir.name}` : 'an ID of its own'} instead`
  }
  if (rule !== 'id-stripped') return sentence
  return `${sentence} without ${new Set(alike.map((other) => other.identifier)).size > 1 ? 'them' : 'it'}`
}

/** Rules of which a warning says that an ID ended because another one was issued in its place. */
const HANDS_OVER = /^id-(?:stripped|replaced)$/

const withoutName = ({ title, identifier = '' }: Finding): string => title.replace(identifier, '')

/** `fbclid`, or `fbclid (as sub1)` where it arrived under another name. */
function arrivedAs({ name, trail }: Identifier): string {
  const last = trail.findLast((step) => step.name !== undefined)?.name ?? name
  return last === name ? name : `${name} (as ${last})`
}

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
  if (ids.length > 0) return `${list(ids.map(arrivedAs))} arrived intact at ${end} after ${after}`
  const tags = arrived.length > 0 ? `, only ${list(arrived.map(({ name }) => name))}` : ''
  return `No click ID on the way to ${end}: ${after}${tags}`
}
