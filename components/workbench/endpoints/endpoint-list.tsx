import { useMemo } from 'preact/hooks'
import type { Endpoint } from '../../../lib/model/endpoint.ts'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { count } from '../../../lib/ui/count.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
import { urlParts } from '../../../lib/ui/url-parts.ts'

interface EndpointListProps {
  endpoints: readonly Endpoint[]
  attempts: readonly PostbackAttempt[]
  /** Id of the endpoint that is worked on. */
  chosen: string
  onChoose(id: string): void
  onNew(): void
}

/** Attempts by the id of their endpoint. */
function firedBy(attempts: readonly PostbackAttempt[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { endpoint } of attempts) if (endpoint) times.set(endpoint.id, (times.get(endpoint.id) ?? 0) + 1)
  return times
}

/** Every endpoint with its host and how often it was fired. */
export function EndpointList({ endpoints, attempts, chosen, onChoose, onNew }: EndpointListProps) {
  const fired = useMemo(() => firedBy(attempts), [attempts])
  return (
    <>
      <div class="side-actions">
        <button type="button" class="button button-main" onClick={onNew}>
          New endpoint
        </button>
      </div>
      <ul class="endpoint-list" aria-label="Endpoints">
        {endpoints.map(({ id, name, url, method }) => {
          const times = fired.get(id) ?? 0
          return (
            <li key={id}>
              <button
                type="button"
                class="endpoint-item"
                aria-current={id === chosen ? 'true' : undefined}
                onClick={() => onChoose(id)}
              >
                <strong class="endpoint-name">{cutMiddle(name === '' ? 'Unnamed' : name, 32)}</strong>
                <span class="endpoint-host bytes">
                  {method} {cutMiddle(url === '' ? 'no URL yet' : urlParts(url).host, 34)}
                </span>
                <span class="endpoint-fired">{times === 0 ? 'never fired' : count(times, 'attempt')}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
