import { useMemo } from 'preact/hooks'
import type { Endpoint } from '../../../lib/model/endpoint.ts'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { countByEndpoint } from '../../../lib/postback/attempts/by-endpoint.ts'
import { count } from '../../../lib/ui/count.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
import { urlParts } from '../../../lib/ui/url-parts.ts'
import { ListButton } from '../list-button.tsx'

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
  const fired = useMemo(() => countByEndpoint(attempts), [attempts])
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
            <ListButton
              key={id}
              name={cutMiddle(name === '' ? 'Unnamed' : name, 32)}
              isChosen={id === chosen}
              onChoose={() => onChoose(id)}
            >
              <span class="endpoint-host bytes">
                {method} {cutMiddle(url === '' ? 'no URL yet' : urlParts(url).host, 34)}
              </span>
              <span class="endpoint-fired">{times === 0 ? 'never fired' : count(times, 'attempt')}</span>
            </ListButton>
          )
        })}
      </ul>
    </>
  )
}
