import type { ComponentChildren } from 'preact'

interface NameRowProps {
  name: string
  onName(name: string): void
  onDuplicate(): void
  onDelete(): void
  /** What else is set beside the name. */
  children?: ComponentChildren
}

/** The name of one of a list, and what can be done with it as a whole. What is typed is kept at once. */
export function NameRow({ name, onName, onDuplicate, onDelete, children }: NameRowProps) {
  return (
    <div class="row">
      <label class="field field-wide">
        Name
        <input value={name} onInput={(event) => onName(event.currentTarget.value)} />
      </label>
      {children}
      <button type="button" class="button" onClick={onDuplicate}>
        Duplicate
      </button>
      <button type="button" class="button" onClick={onDelete}>
        Delete
      </button>
    </div>
  )
}
