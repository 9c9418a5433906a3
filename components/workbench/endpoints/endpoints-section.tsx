import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Endpoint } from '../../../lib/model/endpoint.ts'
import { endpointFrom } from '../../../lib/postback/presets/from-preset.ts'
import { useDraft } from '../../drafts.tsx'
import { Undo } from '../../undo.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { EndpointEditor } from './endpoint-editor.tsx'
import { EndpointFile } from './endpoint-file.tsx'
import { EndpointList } from './endpoint-list.tsx'
import { newEndpoint } from './new-endpoint.ts'
import { PresetPicker } from './preset-picker.tsx'

/** The endpoints kept, and the one that is worked on: built, checked, fired, answered. */
export function EndpointsSection(props: WorkbenchProps) {
  const { endpoints, onSaveEndpoint, onDeleteEndpoint } = props
  const [chosenId, choose] = useDraft('workbench.endpoint')
  // What was typed a moment ago is true before the store has said so.
  const [edited, edit] = useState<Endpoint | null>(null)
  const [deleted, setDeleted] = useState<Endpoint | null>(null)
  const editor = useRef<HTMLDivElement>(null)
  const [fresh, setFresh] = useState('')

  const kept = endpoints
    .filter(({ id }) => id !== deleted?.id)
    .map((known) => (known.id === edited?.id ? edited : known))
  const shown =
    edited && !kept.some(({ id }) => id === edited.id) && edited.id !== deleted?.id ? [...kept, edited] : kept
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0]

  const save = (endpoint: Endpoint) => {
    edit(endpoint)
    if (endpoint.id === deleted?.id) setDeleted(null)
    onSaveEndpoint(endpoint)
  }
  const add = (endpoint: Endpoint) => {
    save(endpoint)
    choose(endpoint.id)
    setFresh(endpoint.id)
  }
  useLayoutEffect(() => {
    if (fresh !== '') editor.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [fresh])

  return (
    <div class="split">
      <div class="split-side">
        <EndpointList
          endpoints={shown}
          attempts={props.attempts}
          chosen={chosen?.id ?? ''}
          onChoose={(id) => {
            edit(null)
            choose(id)
          }}
          onNew={() => add(newEndpoint(crypto.randomUUID(), { name: 'New endpoint' }))}
        />
        <Undo
          deleted={deleted}
          onUndo={(endpoint) => {
            if ('version' in endpoint) add(endpoint as Endpoint)
          }}
        />
        <PresetPicker
          path={props.click.kind === 'path' ? props.click.path : undefined}
          onChoose={(preset) => add(endpointFrom(preset, crypto.randomUUID()))}
        />
        <EndpointFile endpoints={kept} now={props.now} onSave={save} onDownload={props.onDownload} />
      </div>
      <div class="split-main" ref={editor}>
        {chosen ? (
          <EndpointEditor
            key={chosen.id}
            {...props}
            endpoint={chosen}
            onChange={save}
            onDuplicate={() => add({ ...chosen, id: crypto.randomUUID(), name: `${chosen.name} (copy)` })}
            onDelete={() => {
              setDeleted(chosen)
              edit(null)
              onDeleteEndpoint(chosen.id)
            }}
          />
        ) : (
          <div class="blank">
            <h2>No endpoint yet</h2>
            <p>
              An endpoint is the postback URL of one tracker or network, and how it wants to be called. Make one, paste
              the URL your tracker gives you, and fire it for the click above.
            </p>
          </div>
        )}
      </div>
    </div>
  )
}
