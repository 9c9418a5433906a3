import type { ConversionApi, ConversionPlatform } from '../../../lib/model/conversion-api.ts'
import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { CONVERSION_APIS } from '../../../lib/postback/conversion-apis/registry.ts'
import { asEndpoint } from '../../../lib/postback/conversion-apis/saved-api.ts'
import { count } from '../../../lib/ui/count.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
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
            const sent = attempts.filter(({ endpoint }) => endpoint?.id === asEndpoint(api).id).length
            return (
              <li key={id}>
                <button
                  type="button"
                  class="endpoint-item"
                  aria-current={id === chosen ? 'true' : undefined}
                  onClick={() => onChoose(id)}
                >
                  <strong class="endpoint-name">{cutMiddle(name === '' ? 'Unnamed' : name, 32)}</strong>
                  <span class="endpoint-host">
                    {CONVERSION_APIS[platform].name}{' '}
                    <span class="bytes">{pixelId === '' ? '' : cutMiddle(pixelId, 20)}</span>
                  </span>
                  <span class="endpoint-fired">{sent === 0 ? 'nothing sent' : count(sent, 'attempt')}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
