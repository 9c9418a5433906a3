import type { KeptValue, Shelf } from '../model/landing.ts'
import { MAX_KEPT, MAX_KEPT_LENGTH } from '../model/landing-limits.ts'
import type { PageQuestion } from '../model/page-question.ts'

/** What is read of a page. */
export interface KeepingPage {
  /** As `document.cookie` gives them: those that are not HttpOnly. */
  cookies(): string
  storage(shelf: 'localStorage' | 'sessionStorage'): Pick<Storage, 'getItem'>
}

/**
 * What the page keeps under the names asked for, and nothing else. A longer value than the format takes is left out: a
 * part of it would look like a damaged one.
 */
export function keptValues(page: KeepingPage, names: PageQuestion['names']): KeptValue[] {
  const found: KeptValue[] = []
  const add = (where: Shelf, name: string, value: string | null) => {
    if (value !== null && value.length <= MAX_KEPT_LENGTH && found.length < MAX_KEPT) found.push({ where, name, value })
  }
  unlessRefused(() => {
    for (const pair of page.cookies().split(/; ?/)) {
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      if (at > 0 && names.cookie.some((asked) => isAsked(asked, name))) add('cookie', name, pair.slice(at + 1))
    }
  })
  for (const shelf of ['localStorage', 'sessionStorage'] as const)
    unlessRefused(() => {
      const storage = page.storage(shelf)
      for (const name of names[shelf]) add(shelf, name, storage.getItem(name))
    })
  return found
}

const isAsked = (asked: string, name: string): boolean =>
  asked.endsWith('*') ? name.startsWith(asked.slice(0, -1)) : name === asked

/** A sandboxed page, or a person's settings, refuse cookies and storage by throwing. */
function unlessRefused(read: () => void): void {
  try {
    read()
  } catch {}
}
