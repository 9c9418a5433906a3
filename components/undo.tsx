import { visible } from '../lib/ui/visible.ts'

interface UndoProps<T> {
  deleted: T | null
  /** What was done to it. */
  done?: string
  onUndo(deleted: T): void
}

/** Brings back what was taken away last. */
export function Undo<T extends { name: string }>({ deleted, done = 'Deleted', onUndo }: UndoProps<T>) {
  return (
    <p class={deleted ? 'undo' : 'undo-none'} role="status">
      {deleted && (
        <>
          <span>
            {done} “{visible(deleted.name)}”.
          </span>
          <button type="button" class="button-text" onClick={() => onUndo(deleted)}>
            Undo
          </button>
        </>
      )}
    </p>
  )
}
