import { useEffect, useState } from 'preact/hooks'
import type { PinnedSummary } from '../../../lib/model/pinned.ts'
import { clock, day } from '../../../lib/ui/clock.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { Icon } from '../../icon.tsx'
import type { PinnedView, WorkbenchProps } from '../workbench-props.ts'
import { nameOf } from './pinned-list.tsx'
import { PinnedReport } from './pinned-report.tsx'

interface PinnedClickProps
  extends Pick<WorkbenchProps, 'lead' | 'onLead' | 'onOpenPinned' | 'onRenamePinned' | 'onExportPinned' | 'onCopy'> {
  summary: PinnedSummary
  onUnpin(): void
}

/** One pinned path: what it is called, what can be done with it, and what it shows. */
export function PinnedClick({ summary, lead, onUnpin, onOpenPinned, ...on }: PinnedClickProps) {
  const { id, name = '', pinnedAt } = summary
  const [view, show] = useState<PinnedView>()
  const [failure, fail] = useState('')
  useEffect(() => {
    let stale = false
    onOpenPinned(id).then(
      (opened) => stale || show(opened),
      (error) => stale || fail(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      stale = true
    }
    // A new line of the list: something of the click has changed.
  }, [summary])
  return (
    <>
      <div class="row">
        <label class="field field-wide">
          Name
          <input
            value={name}
            maxLength={200}
            placeholder={visible(nameOf({ ...summary, name: undefined }))}
            autocomplete="off"
            onChange={(event) => on.onRenamePinned(id, event.currentTarget.value)}
          />
        </label>
        {lead !== undefined && (
          <button type="button" class="button" onClick={() => on.onLead(lead === id ? '' : id)}>
            {lead === id ? 'Test with the tab’s click' : 'Test with this click'}
          </button>
        )}
        <button type="button" class="button" onClick={() => on.onExportPinned(id)}>
          Export evidence
        </button>
        <button type="button" class="button" onClick={onUnpin}>
          Unpin
        </button>
      </div>
      <p class="soft">
        Pinned {day(pinnedAt)} {clock(pinnedAt)}, judged by today’s rules.
      </p>
      {failure !== '' ? (
        <p class="pinned-verdict tone-error" role="alert">
          <Icon name="error" size={14} /> {visible(failure)}
        </p>
      ) : view ? (
        <PinnedReport key={view.path.id} view={view} onCopy={on.onCopy} />
      ) : (
        <p class="soft">Reading the click …</p>
      )}
    </>
  )
}
