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

/** Every endpoint with its host and how often it was fired. */
export function EndpointList({ endpoints, attempts, chosen, onChoose, onNew }: EndpointListProps) {
  return (
    <>
      <div class="side-actions">
        <button type="button" class="button button-main" onClick={onNew}>
          New endpoint
        </button>
      </div>
      <ul class="endpoint-list" aria-label="Endpoints">
        {endpoints.map(({ id, name, url, method }) => {
          const fired = attempts.filter((attempt) => attempt.endpoint?.id === id).length
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
                <span class="endpoint-fired">{fired === 0 ? 'never fired' : count(fired, 'attempt')}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
