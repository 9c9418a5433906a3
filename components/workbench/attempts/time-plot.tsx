import type { TimeGroup } from '../../../lib/postback/attempts/time-groups.ts'
import { duration } from '../../../lib/ui/duration.ts'

const WIDTH = 320
const HEIGHT = 64
/** Room above the highest bar for its mark. */
const ROOM = 11
const WIDEST = 24

/**
 * How long the answers took, oldest first, a bar a group of attempts: its median, and above it a line at its 95th
 * percentile. A group of one bears a mark where it failed.
 */
export function TimePlot({ groups }: { groups: readonly TimeGroup[] }) {
  const each = groups.at(-1)?.attempts ?? 0
  const longest = Math.max(...groups.map(({ p95Ms }) => p95Ms ?? 0), 1)
  if (groups.every(({ medianMs }) => medianMs === null)) return null
  const step = Math.min(WIDEST, WIDTH / groups.length)
  const high = (ms: number | null) => Math.max(2, ((ms ?? 0) / longest) * HEIGHT)
  const what = each === 1 ? 'longest' : '95th percentile at most'
  return (
    <figure class="time-plot">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + ROOM}`} width={WIDTH} height={HEIGHT + ROOM} role="img">
        <title>{`Response times, oldest first; ${what} ${duration(longest)}`}</title>
        {groups.map(({ medianMs, p95Ms, failureRate, from }, at) => {
          const x = at * step + 1
          const top = HEIGHT + ROOM - high(medianMs)
          const failed = each === 1 && failureRate > 0
          return (
            <g key={`${from} ${at}`} class={`tone-${failed ? 'error' : 'pass'}`}>
              <rect class="time-bar" x={x} y={top} width={step - 2} height={high(medianMs)} />
              {each > 1 && <path class="time-p95" d={`M${x} ${HEIGHT + ROOM - high(p95Ms)}h${step - 2}`} />}
              {failed && <path class="time-fail" d={`M${x} ${top - 9}l6 6m0 -6l-6 6`} />}
            </g>
          )
        })}
      </svg>
      <figcaption class="soft">
        {each === 1
          ? `Response times, newest right; longest ${duration(longest)}; ✕ failed`
          : `Response times, newest right, ${each} a bar: median, and – 95th percentile (at most ${duration(longest)})`}
      </figcaption>
    </figure>
  )
}
