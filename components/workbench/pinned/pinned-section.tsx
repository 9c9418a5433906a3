import { useRef, useState } from 'preact/hooks'
import { count } from '../../../lib/ui/count.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { useDraft } from '../../drafts.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { PinnedClick } from './pinned-click.tsx'
import { nameOf, PinnedItems } from './pinned-list.tsx'

/** The clicks that outlive the browser: found again, named, read, exported. */
export function PinnedSection({ pinned, onUnpin, ...on }: WorkbenchProps) {
  const [chosenId, choose] = useDraft('workbench.pinned')
  const [told, tell] = useState('')
  const main = useRef<HTMLDivElement>(null)
  if (!pinned) return <p class="soft">Reading what is pinned …</p>
  const { paths, unreadable } = pinned
  const chosen = paths.find(({ id }) => id === chosenId) ?? paths[0]
  return (
    <div class={chosen ? 'split' : ''}>
      <div class={chosen ? 'split-side' : ''}>
        <PinnedItems paths={paths} chosen={chosen?.id} onChoose={choose} />
        {unreadable > 0 && (
          <p class="soft">{count(unreadable, 'more pinned click')} cannot be read: the store is damaged there.</p>
        )}
        <p class="soft" role="status">
          {told}
        </p>
      </div>
      {/* The button that unpins is gone with what it unpinned: the focus goes here. */}
      <div class="split-main" ref={main} tabIndex={-1}>
        {chosen ? (
          <PinnedClick
            key={chosen.id}
            {...on}
            summary={chosen}
            onUnpin={() => {
              onUnpin(chosen.id)
              tell(`Unpinned “${visible(nameOf(chosen))}”.`)
              main.current?.focus()
            }}
          />
        ) : (
          <div class="blank">
            <h2>No click pinned</h2>
            <p>
              Click your ad, open the popup and press Pin: the click is kept here with all its hops when the browser
              ends and when you clear. Clicks of private windows cannot be pinned.
            </p>
          </div>
        )}
      </div>
    </div>
  )
}
