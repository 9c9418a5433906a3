import { useMemo } from 'preact/hooks'
import type { ConversionApi, ConversionPlatform } from '../../../lib/model/conversion-api.ts'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { countByEndpoint } from '../../../lib/postback/attempts/by-endpoint.ts'
import { CONVERSION_APIS } from '../../../lib/postback/conversion-apis/registry.ts'
import { asEndpoint } from '../../../lib/postback/conversion-apis/saved-api.ts'
import { count } from '../../../lib/ui/count.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
import { ListButton } from '../list-button.tsx'
import { PLATFORMS } from './new-api.ts'

interface ApiListProps {
  apis: readonly ConversionApi[]
  attempts: readonly PostbackAttempt[]
  /** Id of the one that is worked on. */
  chosen: string
  onChoose(id: string): void
  onNew(platform: ConversionPlatform): void
}

/** Every pixel and data set that is set up, with what it takes and how often it was sent to. */
export function ApiList({ apis, attempts, chosen, onChoose, onNew }: ApiListProps) {
  const sent = useMemo(() => countByEndpoint(attempts), [attempts])
  return (
    <>
      <div class="side-actions">
        {PLATFORMS.map((platform) => (
          <button key={platform} type="button" class="button" onClick={() => onNew(platform)}>
            New {CONVERSION_APIS[platform].name}
          </button>
        ))}
      </div>
      {apis.length > 0 && (
        <ul class="endpoint-list" aria-label="Pixels and data sets">
          {apis.map((api) => {
            const { id, name, platform, pixelId } = api
            const times = sent.get(asEndpoint(api).id) ?? 0
            return (
              <ListButton
                key={id}
                name={cutMiddle(name === '' ? 'Unnamed' : name, 32)}
                isChosen={id === chosen}
                onChoose={() => onChoose(id)}
              >
                <span class="endpoint-host">
                  {CONVERSION_APIS[platform].name}{' '}
                  <span class="bytes">{pixelId === '' ? '' : cutMiddle(pixelId, 20)}</span>
                </span>
                <span class="endpoint-fired">{times === 0 ? 'nothing sent' : count(times, 'attempt')}</span>
              </ListButton>
            )
          })}
        </ul>
      )}
    </>
  )
}
