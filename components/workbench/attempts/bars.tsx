import type { Count } from '../../../lib/postback/attempts/statistics.ts'
import { visible } from '../../../lib/ui/visible.ts'

const WIDTH = 100
const SHOWN = 8

/** Counts as bars, the most frequent first. */
export function Bars({ title, counts }: { title: string; counts: readonly Count<string>[] }) {
  const [most] = counts
  if (!most) return null
  return (
    <section class="bars" aria-label={title}>
      <h2 class="side-title">{title}</h2>
      <dl>
        {counts.slice(0, SHOWN).map(({ what, count: times }) => (
          <div key={what}>
            <dt>{visible(what)}</dt>
            <dd>
              <span class="bar" style={{ width: `${Math.max(2, (times / most.count) * WIDTH)}px` }} /> {times}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
