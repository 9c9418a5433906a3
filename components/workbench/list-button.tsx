import type { ComponentChildren } from 'preact'

interface ListButtonProps {
  name: string
  isChosen: boolean
  onChoose(): void
  /** What is told of it below its name. */
  children: ComponentChildren
}

/** One of a list beside what is worked on: its name, what is told of it, and a press that makes it the chosen one. */
export function ListButton({ name, isChosen, onChoose, children }: ListButtonProps) {
  return (
    <li>
      <button type="button" class="endpoint-item" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
        <strong class="endpoint-name">{name}</strong>
        {children}
      </button>
    </li>
  )
}
