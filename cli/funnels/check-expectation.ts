import { lastDocument } from '../../lib/identifiers/trail.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import type { Expectation } from '../../lib/model/funnel.ts'
import type { Identifier } from '../../lib/model/identifier.ts'

/** A line of `expect` that does not hold. */
export interface Failure {
  /** The line, as a path below the funnel: `expect.delivered[0]`. */
  line: string
  message: string
}

/** Compares a path with what its funnel is expected to do. @returns the lines that do not hold, in their order */
export function checkExpectation(expect: Expectation, path: ClickPath): Failure[] {
  const failures: Failure[] = []
  const fail = (line: string, message: string) => failures.push({ line: `expect.${line}`, message })

  for (const [index, name] of (expect.delivered ?? []).entries()) {
    const message = notDelivered(name, path)
    if (message) fail(`delivered[${index}]`, message)
  }
  if (expect.finalHost !== undefined) {
    const last = path.hops[lastDocument(path.hops)]
    const url = last && URL.parse(last.url)
    const wanted = expect.finalHost.toLowerCase()
    // With its port or without: both are how a person writes a host.
    if (wanted !== url?.hostname && wanted !== url?.host) {
      fail(
        'finalHost',
        `expected to end on ${expect.finalHost}, and it ends on ${url?.host || (last?.url ?? 'no page')}`,
      )
    }
  }
  if (expect.maxHops !== undefined && path.hops.length > expect.maxHops) {
    fail('maxHops', `expected at most ${expect.maxHops} hops, and there are ${path.hops.length}`)
  }
  if (expect.verdict !== undefined && path.verdict !== expect.verdict) {
    const why = path.findings[0] ? `: ${path.findings[0].title}` : ''
    fail('verdict', `expected ${expect.verdict}, and the verdict is ${path.verdict}${why}`)
  }
  return failures
}

/**
 * Whoever expects `clickid` at the end expects it of the name, whichever of several issued it: one of them must have
 * arrived, and none may have been lost on the way. One that handed over to the next has done its work.
 */
function notDelivered(name: string, path: ClickPath): string | undefined {
  const named = path.identifiers.filter((identifier) => identifier.name === name)
  if (named.length === 0) return `expected ${name} to be delivered, and the path has no ${name}`
  const harmed = named.find(({ outcome }) => outcome === 'lost' || outcome === 'altered')
  if (harmed) return `expected ${name} to be delivered, and it is ${harmed.outcome}${placeOfHarm(harmed)}`
  if (named.some(({ outcome }) => outcome === 'delivered')) return undefined
  return `expected ${name} to be delivered, and it is handed over`
}

/** Where it happened; hops are numbered from 1, as on every screen. */
function placeOfHarm({ outcome, trail }: Identifier): string {
  const step = trail.findLast(({ state }) => state === 'stripped' || state === 'replaced' || state === 'altered')
  if (!step) return ''
  return outcome === 'lost' ? ` after hop ${step.hop}` : ` at hop ${step.hop + 1}`
}
