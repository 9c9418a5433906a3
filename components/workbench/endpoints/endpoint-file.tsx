import { useRef, useState } from 'preact/hooks'
import type { Endpoint } from '../../../lib/model/endpoint.ts'
import { readEndpoints, writeEndpoints } from '../../../lib/postback/endpoint-file.ts'
import { count } from '../../../lib/ui/count.ts'
import { Icon } from '../../icon.tsx'

interface EndpointFileProps {
  endpoints: readonly Endpoint[]
  /** ISO 8601. */
  now: string
  onSave(endpoint: Endpoint): void
  onDownload(fileName: string, text: string): void
}

/** Endpoints to and from a file. Secrets never leave in it. */
export function EndpointFile({ endpoints, now, onSave, onDownload }: EndpointFileProps) {
  const input = useRef<HTMLInputElement>(null)
  const [told, tell] = useState<{ good: boolean; words: string } | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    const read = readEndpoints(await file.text(), endpoints)
    if (read.ok) for (const endpoint of read.endpoints) onSave(endpoint)
    tell(
      read.ok
        ? { good: true, words: `Took ${count(read.endpoints.length, 'endpoint')}.` }
        : { good: false, words: read.message },
    )
  }
  return (
    <div class="side-file">
      <div class="side-actions">
        <button type="button" class="button" onClick={() => input.current?.click()}>
          Import
        </button>
        <button
          type="button"
          class="button"
          disabled={endpoints.length === 0}
          onClick={() => {
            onDownload(`clickpath-endpoints-${now.slice(0, 10)}.json`, writeEndpoints(endpoints, now))
            tell({ good: true, words: 'Exported without secrets.' })
          }}
        >
          Export
        </button>
      </div>
      <input
        ref={input}
        class="unseen"
        type="file"
        accept="application/json,.json"
        tabIndex={-1}
        aria-label="File of endpoints"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <p class="side-told" role="status">
        {told && (
          <>
            <Icon name={told.good ? 'pass' : 'error'} size={14} /> {told.words}
          </>
        )}
      </p>
    </div>
  )
}
