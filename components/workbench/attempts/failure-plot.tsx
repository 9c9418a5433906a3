import type { TimeGroup } from '../../../lib/postback/attempts/time-groups.ts'
import { percent } from './percent.ts'

const WIDTH = 320
const HEIGHT = 64

/** What share failed, a bar a group of attempts, oldest first, under the line that is an alert. */
export function FailurePlot({ groups, alertAbove }: { groups: readonly TimeGroup[]; alertAbove: number }) {
  const worst = Math.max(...groups.map(({ failureRate }) => failureRate))
  const top = Math.min(1, Math.max(worst, alertAbove * 2, 0.02))
  const step = WIDTH / groups.length
  const y = (share: number) => HEIGHT - (share / top) * HEIGHT
  return (
    <figure class="time-plot">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img">
        <title>{`Share of failures, oldest first; the worst group ${percent(worst)}, the line ${percent(alertAbove)}`}</title>
        {groups.map(({ failureRate, from }, at) => (
          <g key={`${from} ${at}`} class={`tone-${failureRate > alertAbove ? 'error' : 'quiet'}`}>
            <rect
              class="time-bar"
              x={at * step + 1}
              y={y(failureRate)}
              width={step - 2}
              height={HEIGHT - y(failureRate)}
            />
          </g>
        ))}
        <path class="time-line" d={`M0 ${y(alertAbove)}H${WIDTH}`} />
      </svg>
      <figcaption class="soft">
        Failed, newest right; worst {percent(worst)}; dashed: your line, {percent(alertAbove)}
      </figcaption>
    </figure>
  )
}
