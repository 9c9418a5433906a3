import { useLayoutEffect, useRef } from 'preact/hooks'
import { endpointFrom } from '../../../lib/postback/presets/from-preset.ts'
import { Undo } from '../../undo.tsx'
import { useKept } from '../use-kept.ts'
import type { WorkbenchProps } from '../workbench-props.ts'
import { EndpointEditor } from './endpoint-editor.tsx'
import { EndpointFile } from './endpoint-file.tsx'
import { EndpointList } from './endpoint-list.tsx'
import { newEndpoint } from './new-endpoint.ts'
import { PresetPicker } from './preset-picker.tsx'

/** The endpoints kept, and the one that is worked on: built, checked, fired, answered. */
export function EndpointsSection(props: WorkbenchProps) {
  const { shown, chosen, deleted, fresh, save, choose, add, remove } = useKept({
    items: props.endpoints,
    draft: 'workbench.endpoint',
    onSave: props.onSaveEndpoint,
    onDelete: props.onDeleteEndpoint,
  })
  const editor = useRef<HTMLDivElement>(null)
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
          onChoose={choose}
          onNew={() => add(newEndpoint(crypto.randomUUID(), { name: 'New endpoint' }))}
        />
        <Undo deleted={deleted} onUndo={add} />
        <PresetPicker
          path={props.click.kind === 'path' ? props.click.path : undefined}
          onChoose={(preset) => add(endpointFrom(preset, crypto.randomUUID()))}
        />
        <EndpointFile endpoints={shown} now={props.now} onSave={save} onDownload={props.onDownload} />
      </div>
      <div class="split-main" ref={editor}>
        {chosen ? (
          <EndpointEditor
            key={chosen.id}
            {...props}
            endpoint={chosen}
            onChange={save}
            onDuplicate={() => add({ ...chosen, id: crypto.randomUUID(), name: `${chosen.name} (copy)` })}
            onDelete={() => remove(chosen)}
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
