import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PinnedPath, PinnedSummary } from '../../../lib/model/pinned.ts'
import { count } from '../../../lib/ui/count.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { useDraft } from '../../drafts.tsx'
import { Undo } from '../../undo.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { PinnedClick } from './pinned-click.tsx'
import { nameOf, PinnedItems } from './pinned-list.tsx'

/** What was unpinned last, and what it was called. */
interface Unpinned {
  name: string
  pinned: PinnedPath
}

/** The clicks that outlive the browser: found again, named, read, tested with, exported. */
export function PinnedSection({ pinned, onUnpin, onRepin, ...on }: WorkbenchProps) {
  const [chosenId, choose] = useDraft('workbench.pinned')
  const [unpinned, setUnpinned] = useState<Unpinned | null>(null)
  const [told, tell] = useState('')
  const side = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // The button that unpinned is gone with what it unpinned.
    if (unpinned) side.current?.querySelector<HTMLElement>('.undo button')?.focus()
  }, [unpinned])
  if (!pinned) return <p class="soft">Reading what is pinned …</p>
  const { paths, unreadable } = pinned
  const chosen = paths.find(({ id }) => id === chosenId) ?? paths[0]
  const fail = (error: unknown) => tell(error instanceof Error ? error.message : String(error))
  const unpin = (summary: PinnedSummary) => {
    const name = nameOf(summary)
    onUnpin(summary.id).then((known) => {
      setUnpinned(known ? { name, pinned: known } : null)
      tell(known ? '' : `Unpinned “${visible(name)}”.`)
    }, fail)
  }
  const undo = ({ pinned }: Unpinned) => {
    onRepin(pinned).then(() => {
      setUnpinned(null)
      choose(pinned.path.id)
      main.current?.focus()
    }, fail)
  }
  return (
    <div class={chosen ? 'split' : ''}>
      <div class={chosen ? 'split-side' : ''} ref={side}>
        <PinnedItems paths={paths} chosen={chosen?.id} onChoose={choose} />
        {unreadable > 0 && (
          <p class="soft">{count(unreadable, 'more pinned click')} cannot be read: the store is damaged there.</p>
        )}
        <Undo deleted={unpinned} done="Unpinned" onUndo={undo} />
        <p class="soft" role="status">
          {told}
        </p>
      </div>
      <div class="split-main" ref={main} tabIndex={-1}>
        {chosen ? (
          <PinnedClick key={chosen.id} {...on} summary={chosen} onUnpin={() => unpin(chosen)} />
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
