import type { Keeping, Shelf } from '../model/landing.ts'

/** What a landing page keeps under one name, as a line to read. */
export interface KeptLine {
  name: string
  tone: 'pass' | 'warning' | 'quiet'
  words: string
  /** What it holds, where that is worth reading. */
  value: string | null
}

const SHELF_WORDS: Record<Shelf, string> = {
  cookie: '',
  localStorage: ' (local storage)',
  sessionStorage: ' (session storage)',
}

/** The landing page's shelf in words: `_fbc holds this fbclid`. */
export function keptLine({ identifier, where, name, holds, httpOnly, setBy, ...kept }: Keeping): KeptLine {
  const value = kept.value ?? null
  const shelf = httpOnly ? ' (HttpOnly cookie)' : SHELF_WORDS[where]
  switch (holds) {
    case 'this-click':
      return { name, tone: 'pass', words: `holds this ${identifier}${shelf}`, value: null }
    case 'damaged':
      return { name, tone: 'warning', words: `holds a damaged ${identifier}${shelf}`, value }
    case 'another-click':
      return { name, tone: 'warning', words: `holds another click’s ${identifier}${shelf}`, value }
    case 'visitor':
      return { name, tone: 'quiet', words: `visitor ID${shelf}`, value }
    case 'nothing':
      return { name, tone: 'quiet', words: `is not set; ${setBy} sets it`, value: null }
  }
}
