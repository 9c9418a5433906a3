import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { count } from '../lib/ui/count.ts'

interface MoreListProps<T> {
  items: readonly T[]
  /** How many are rendered at once, and how many more each time. */
  step: number
  noun: string
  ordered?: boolean
  class: string
  row(item: T, index: number): ComponentChildren
}

/** A list that renders only as much as was asked for, so that a thousand hops cost no more than a hundred. */
export function MoreList<T>({ items, step, noun, ordered, class: name, row }: MoreListProps<T>) {
  const [most, setMost] = useState(step)
  const left = items.length - most
  const List = ordered ? 'ol' : 'ul'
  return (
    <>
      <List class={name}>{items.slice(0, most).map(row)}</List>
      {left > 0 && (
        <button type="button" class="button button-wide" onClick={() => setMost(most + step)}>
          Show {count(Math.min(left, step), `more ${noun}`)} of {left}
        </button>
      )}
    </>
  )
}
