import type { PostbackTemplate } from '../lib/model/postback.ts'
import { visible } from '../lib/ui/visible.ts'

/** Brings the template that was deleted last back. */
export function Undo({ deleted, onUndo }: { deleted: PostbackTemplate | null; onUndo(t: PostbackTemplate): void }) {
  return (
    <p class={deleted ? 'undo' : 'undo-none'} role="status">
      {deleted && (
        <>
          <span>Deleted “{visible(deleted.name)}”.</span>
          <button type="button" class="button-text" onClick={() => onUndo(deleted)}>
            Undo
          </button>
        </>
      )}
    </p>
  )
}
