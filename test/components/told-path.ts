import type { ClickPath } from '../../lib/model/click-path.ts'
import type { Finding } from '../../lib/model/finding.ts'
import type { Identifier, Step } from '../../lib/model/identifier.ts'
import { click, type ToldHop } from './gallery/click.ts'

/** A step of a trail as a story tells it: its state, or its state with what is to be said of it. */
export type ToldStep = Step['state'] | Omit<Step, 'hop'>

/** An identifier whose trail starts at hop `from`. */
export function identifier(
  rest: Partial<Identifier> & { name: string },
  from: number,
  ...told: ToldStep[]
): Identifier {
  const trail = told.map((step, at): Step => {
    const plain = typeof step === 'string' ? { state: step } : step
    return { hop: from + at, ...plain }
  })
  return { value: `${rest.name}-value`, kind: 'ad-click-id', platform: null, outcome: 'delivered', ...rest, trail }
}

export function finding(rest: Partial<Finding>): Finding {
  return { rule: 'id-stripped', severity: 'error', hop: 0, title: '', detail: '', fix: '', ...rest }
}

/** A path of so many redirects with these identifiers; what the rules would say is told, not judged. */
export function path(hops: number | ToldHop[], identifiers: Identifier[], findings: Finding[] = []): ClickPath {
  const told = typeof hops === 'number' ? Array.from({ length: hops }, (_, n) => `https://h${n + 1}.example/`) : hops
  return { ...click(...told), identifiers, findings, verdict: 'pass' }
}
