import { createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'

/** What is typed and not yet kept: it outlives the page, and dies with the browser. */
export interface Drafts {
  /** By field, as it is now. */
  typed: Map<string, string>
  /** Keeps a field's text beyond the page; null forgets it. */
  keep(field: string, text: string | null): void
}

export const DraftsContext = createContext<Drafts>({ typed: new Map(), keep: () => {} })

/**
 * The text of a field that keeps what was typed when its page closes.
 *
 * @param field its name among all fields of all pages
 * @param empty what it holds before anything was typed
 */
export function useDraft(field: string, empty = ''): [text: string, set: (text: string) => void] {
  const { typed, keep } = useContext(DraftsContext)
  const [, redraw] = useState(0)
  return [
    typed.get(field) ?? empty,
    (text) => {
      typed.set(field, text)
      keep(field, text === empty ? null : text)
      redraw((times) => times + 1)
    },
  ]
}

/**
 * As `useDraft`, for many fields at once.
 *
 * @param group stands before each field's name
 * @returns reads a field (undefined where nothing was typed), sets one, and forgets what was typed into one
 */
export function useDrafts(
  group: string,
): [
  read: (field: string) => string | undefined,
  set: (field: string, text: string) => void,
  forget: (field: string) => void,
] {
  const { typed, keep } = useContext(DraftsContext)
  const [, redraw] = useState(0)
  return [
    (field) => typed.get(`${group}.${field}`),
    (field, text) => {
      typed.set(`${group}.${field}`, text)
      keep(`${group}.${field}`, text)
      redraw((times) => times + 1)
    },
    (field) => {
      typed.delete(`${group}.${field}`)
      keep(`${group}.${field}`, null)
      redraw((times) => times + 1)
    },
  ]
}
