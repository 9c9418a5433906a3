import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { statisticsOf } from '../../../lib/postback/attempts/statistics.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
import { duration } from '../../../lib/ui/duration.ts'
import { Icon } from '../../icon.tsx'
import { percent } from './percent.ts'

interface EndpointTableProps {
  attempts: readonly PostbackAttempt[]
  /** Id → name of each endpoint that was ever fired, or is kept. */
  names: ReadonlyMap<string, string>
  /** Share of failures above which an endpoint is told as ailing. */
  alertOf(id: string): number
  onChoose(id: string): void
}

/** Every endpoint that was fired in a line: how often, how it ends, how long it takes, and whether it ails; the worst first. */
export function EndpointTable({ attempts, names, alertOf, onChoose }: EndpointTableProps) {
  const byEndpoint = Map.groupBy(attempts, ({ endpoint }) => endpoint?.id ?? '')
  const rows = [...byEndpoint].map(([id, some]) => ({ id, line: alertOf(id), told: statisticsOf(some, alertOf(id)) }))
  rows.sort((a, b) => b.told.failureRate - a.told.failureRate)
  if (rows.length < 2) return null
  return (
    <div class="table-scroll">
      <table class="differences endpoint-table">
        <thead>
          <tr>
            {['Endpoint', 'Attempts', 'Failed', 'Alert above', 'Median', '95th percentile'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, line, told }) => (
            <tr key={id}>
              <th scope="row">
                {id === '' ? (
                  'No endpoint'
                ) : (
                  <button type="button" class="button-text" onClick={() => onChoose(id)}>
                    {cutMiddle(names.get(id) || 'Unnamed', 40)}
                  </button>
                )}
              </th>
              <td>{told.attempts}</td>
              <td>
                <span class={`outcome tone-${told.alert ? 'error' : 'pass'}`}>
                  <Icon name={told.alert ? 'error' : 'pass'} size={14} /> {percent(told.failureRate)}
                  {told.alert && ', alert'}
                </span>
              </td>
              <td>{percent(line)}</td>
              <td>{duration(told.medianMs)}</td>
              <td>{duration(told.p95Ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
