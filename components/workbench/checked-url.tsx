import type { Severity } from '../../lib/model/finding.ts'
import type { Problem } from '../../lib/postback/checks/problem.ts'
import { visible } from '../../lib/ui/visible.ts'

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

interface Piece {
  text: string
  /** The most severe problem that stands here. */
  problem: Problem | undefined
}

/** Longest URL whose places are marked. */
const MARKED = 8_000

/** A URL in pieces, cut wherever a problem's place begins or ends. */
function piecesOf(url: string, problems: readonly Problem[]): Piece[] {
  const placed = problems
    .filter(({ place }) => place && place.end > place.start && place.end <= url.length)
    .slice(0, 60)
  const cuts = [...new Set([0, url.length, ...placed.flatMap(({ place }) => (place ? [place.start, place.end] : []))])]
  return cuts
    .toSorted((a, b) => a - b)
    .slice(0, -1)
    .map((start, at, all) => {
      const end = all[at + 1] ?? url.length
      const here = placed.filter(({ place }) => place && place.start <= start && place.end >= end)
      const [problem] = here.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
      return { text: url.slice(start, end), problem }
    })
}

/** A URL as it was written, with the exact place of each problem marked. */
export function CheckedUrl({ url, problems, label }: { url: string; problems: readonly Problem[]; label: string }) {
  if (url === '') return null
  return (
    <section class="checked-url bytes" aria-label={label}>
      {piecesOf(url.slice(0, MARKED), problems).map(({ text, problem }, at) =>
        problem ? (
          <mark key={at} class={`mark-place mark-${problem.severity} tone-${problem.severity}`} title={problem.title}>
            {visible(text)}
          </mark>
        ) : (
          visible(text)
        ),
      )}
    </section>
  )
}
