import { useState } from 'preact/hooks'
import { useDraft } from '../drafts.tsx'

interface Item {
  id: string
  name: string
}

interface Kept<T extends Item> {
  /** As the store has them. */
  items: readonly T[]
  /** The draft that remembers which is worked on. */
  draft: string
  onSave(item: T): void
  onDelete(id: string): void
}

/**
 * A list of things that are kept, and the one that is worked on. What was typed a moment ago is true before the store has
 * said so, and the one deleted last can be brought back.
 */
export function useKept<T extends Item>({ items, draft, onSave, onDelete }: Kept<T>) {
  const [chosenId, setChosen] = useDraft(draft)
  const [edited, edit] = useState<T | null>(null)
  const [deleted, setDeleted] = useState<T | null>(null)
  /** Id of the one that was added last: its first field takes the focus. */
  const [fresh, setFresh] = useState('')

  const kept = items.filter(({ id }) => id !== deleted?.id).map((known) => (known.id === edited?.id ? edited : known))
  const isNew = edited !== null && edited.id !== deleted?.id && !kept.some(({ id }) => id === edited.id)
  const shown = isNew ? [...kept, edited] : kept
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0]

  const save = (item: T) => {
    edit(item)
    if (item.id === deleted?.id) setDeleted(null)
    onSave(item)
  }
  return {
    shown,
    chosen,
    deleted,
    fresh,
    save,
    choose: (id: string) => {
      edit(null)
      setChosen(id)
    },
    /** Saves and goes to it; also brings the deleted one back. */
    add: (item: T) => {
      save(item)
      setChosen(item.id)
      setFresh(item.id)
    },
    remove: (item: T) => {
      setDeleted(item)
      edit(null)
      onDelete(item.id)
    },
  }
}
