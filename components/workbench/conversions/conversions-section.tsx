import { useLayoutEffect, useRef } from 'preact/hooks'
import { Undo } from '../../undo.tsx'
import { useKept } from '../use-kept.ts'
import type { WorkbenchProps } from '../workbench-props.ts'
import { ApiEvent } from './api-event.tsx'
import { ApiList } from './api-list.tsx'
import { newApi } from './new-api.ts'

/** The pixels and data sets that are set up, and a test event for one of them, made of the current click. */
export function ConversionsSection(props: WorkbenchProps) {
  const { shown, chosen, deleted, fresh, save, choose, add, remove } = useKept({
    items: props.apis,
    draft: 'conversions.api',
    onSave: props.onSaveApi,
    onDelete: props.onDeleteApi,
  })
  const editor = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (fresh !== '') editor.current?.querySelector<HTMLElement>('input')?.focus()
  }, [fresh])
  const names = shown.map(({ name }) => name)
  return (
    <div class="split">
      <div class="split-side">
        <ApiList
          apis={shown}
          attempts={props.attempts}
          chosen={chosen?.id ?? ''}
          onChoose={choose}
          onNew={(platform) => add(newApi(crypto.randomUUID(), platform, names))}
        />
        <Undo deleted={deleted} onUndo={add} />
      </div>
      <div class="split-main" ref={editor}>
        {chosen ? (
          <ApiEvent
            key={chosen.id}
            {...props}
            api={chosen}
            onChange={save}
            onDuplicate={() => add({ ...chosen, id: crypto.randomUUID(), name: `${chosen.name} (copy)` })}
            onDelete={() => remove(chosen)}
          />
        ) : (
          <div class="blank">
            <h2>No pixel or data set yet</h2>
            <p>
              Ad platforms also take conversions from a server. Set one up with its number, its access token and the
              code of its Test events page, and send it a test event made of the click above: it goes from this browser
              to the platform alone.
            </p>
          </div>
        )}
      </div>
    </div>
  )
}
