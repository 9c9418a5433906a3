import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { explain } from '../../../lib/postback/explain.ts'
import { duration } from '../../../lib/ui/duration.ts'

const WIDTH = 320
const HEIGHT = 64
const SHOWN = 40

/** How long the latest attempts took, oldest first: a bar each, and a mark over those that failed. */
export function TimePlot({ attempts }: { attempts: readonly PostbackAttempt[] }) {
  const ended = attempts.filter(({ durationMs }) => durationMs !== null).slice(0, SHOWN)
  if (ended.length < 2) return null
  const longest = Math.max(...ended.map(({ durationMs }) => durationMs ?? 0), 1)
  const step = WIDTH / SHOWN
  return (
    <figure class="time-plot">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 8}`} width={WIDTH} height={HEIGHT + 8} role="img">
        <title>{`Time of the latest ${ended.length} attempts, oldest first; the longest took ${duration(longest)}`}</title>
        {ended.toReversed().map((attempt, at) => {
          const height = Math.max(2, ((attempt.durationMs ?? 0) / longest) * HEIGHT)
          const { tone } = explain(attempt)
          const x = at * step + 1
          return (
            <g key={attempt.id} class={`tone-${tone === 'ok' ? 'pass' : tone}`}>
              <rect class="time-bar" x={x} y={HEIGHT + 8 - height} width={step - 2} height={height} />
              {tone === 'error' && (
                <path class="time-fail" d={`M${x} ${HEIGHT + 1 - height}l6 6m0 -6l-6 6`} transform="translate(0 -2)" />
              )}
            </g>
          )
        })}
      </svg>
      <figcaption class="soft">Response times, newest right; longest {duration(longest)}; ✕ failed</figcaption>
    </figure>
  )
}
