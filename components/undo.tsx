import { visible } from '../lib/ui/visible.ts'

interface UndoProps<T> {
  deleted: T | null
  onUndo(deleted: T): void
}

/** Brings what was deleted last back. */
export function Undo<T extends { name: string }>({ deleted, onUndo }: UndoProps<T>) {
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
