import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { statisticsOf } from '../../../lib/postback/attempts/statistics.ts'
import { timeGroups } from '../../../lib/postback/attempts/time-groups.ts'
import { count } from '../../../lib/ui/count.ts'
import { duration } from '../../../lib/ui/duration.ts'
import { Icon } from '../../icon.tsx'
import { NumberField } from '../number-field.tsx'
import { Bars } from './bars.tsx'
import { FailurePlot } from './failure-plot.tsx'
import { percent } from './percent.ts'
import { TimePlot } from './time-plot.tsx'

/** Bars of a plot: more could not be told apart. */
const BARS = 40

interface EndpointFiguresProps {
  /** Of one endpoint, or of all. */
  attempts: readonly PostbackAttempt[]
  /** Share of failures, 0 to 1, above which the endpoint is told as ailing. */
  alertAbove: number
  /** Sets that share; absent where no endpoint that is kept is looked at. */
  onAlertAbove?: ((share: number) => void) | undefined
}

/** What the attempts of an endpoint come to, and whether it ails. */
export function EndpointFigures({ attempts, alertAbove, onAlertAbove }: EndpointFiguresProps) {
  const told = statisticsOf(attempts, alertAbove)
  if (told.attempts === 0) return null
  const groups = timeGroups(attempts, BARS)
  const figures: [name: string, value: string][] = [
    ['Not refused', percent(1 - told.failureRate)],
    ['Said accepted', String(told.accepted)],
    ['Partner counted', String(told.confirmed)],
    ['Median', duration(told.medianMs)],
    ['95th percentile', duration(told.p95Ms)],
  ]
  return (
    <section class="figures" aria-label="Figures">
      <div class="figures-head">
        <p class={`figures-alert tone-${told.alert ? 'error' : 'pass'}`}>
          <Icon name={told.alert ? 'error' : 'pass'} size={14} />
          {told.alert
            ? `Alert: ${told.failed} of ${count(told.attempts, 'attempt')} failed, ${percent(told.failureRate)}; the line is ${percent(alertAbove)}.`
            : `${told.failed} of ${count(told.attempts, 'attempt')} failed: not above the line of ${percent(alertAbove)}.`}
        </p>
        {onAlertAbove && (
          <NumberField
            label="Alert above, % failed"
            value={Math.round(alertAbove * 100)}
            min={0}
            max={100}
            onNumber={(percent) => onAlertAbove(percent / 100)}
          />
        )}
      </div>
      <dl class="figures-row">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="figures-plots">
        {groups.length > 1 && <TimePlot groups={groups} />}
        {told.attempts > BARS && <FailurePlot groups={groups} alertAbove={alertAbove} />}
        <Bars title="What they were taken for" counts={told.byClass} />
        <Bars title="Failures by class" counts={told.failuresByClass} />
        <Bars title="Failures by code" counts={told.failuresByCode} />
      </div>
    </section>
  )
}
