import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { type Count, statisticsOf } from '../../../lib/postback/attempts/statistics.ts'
import { count } from '../../../lib/ui/count.ts'
import { duration } from '../../../lib/ui/duration.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { Icon } from '../../icon.tsx'
import { TimePlot } from './time-plot.tsx'

interface EndpointFiguresProps {
  /** Of one endpoint, or of all. */
  attempts: readonly PostbackAttempt[]
  /** Share of failures, 0 to 1, above which the endpoint is told as ailing. */
  alertAbove: number
}

const percent = (share: number) => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`

/** Counts as bars, the most frequent first. */
function Bars({ title, counts, all }: { title: string; counts: readonly Count<string>[]; all: number }) {
  if (counts.length === 0) return null
  return (
    <section class="bars" aria-label={title}>
      <h2 class="side-title">{title}</h2>
      <dl>
        {counts.slice(0, 8).map(({ what, count: times }) => (
          <div key={what}>
            <dt>{visible(what)}</dt>
            <dd>
              <span class="bar" style={{ width: `${Math.max(2, (times / all) * 100)}px` }} /> {times}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the attempts of an endpoint come to, and whether it ails. */
export function EndpointFigures({ attempts, alertAbove }: EndpointFiguresProps) {
  const told = statisticsOf(attempts, alertAbove)
  if (told.attempts === 0) return null
  const figures: [name: string, value: string][] = [
    ['Not refused', percent(1 - told.failureRate)],
    ['Said accepted', String(told.accepted)],
    ['Partner counted', String(told.confirmed)],
    ['Median', duration(told.medianMs)],
    ['95th percentile', duration(told.p95Ms)],
  ]
  return (
    <section class="figures" aria-label="Figures">
      <p class={`figures-alert tone-${told.alert ? 'error' : 'pass'}`}>
        <Icon name={told.alert ? 'error' : 'pass'} size={14} />
        {told.alert
          ? `Alert: ${told.failed} of ${count(told.attempts, 'attempt')} failed, ${percent(told.failureRate)}; the line is ${percent(alertAbove)}.`
          : `${told.failed} of ${count(told.attempts, 'attempt')} failed: not above the line of ${percent(alertAbove)}.`}
      </p>
      <dl class="figures-row">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="figures-plots">
        <TimePlot attempts={attempts} />
        <Bars title="What they were taken for" counts={told.byClass} all={told.attempts} />
        <Bars title="Failures by code" counts={told.failuresByCode} all={told.attempts} />
      </div>
    </section>
  )
}
