import rows from './privacy-lists.json' with { type: 'json' }

/**
 * Click IDs that a browser or an extension takes out of URLs by their name. Sources: see browser-protection and
 * privacy-extension in stripper-sources.json.
 */
export interface PrivacyList {
  by: 'browser' | 'extension'
  who: string
  /** Separated by blanks. */
  names: string
}

const LISTS = rows as readonly PrivacyList[]

/** Who of the browsers or of the extensions takes a parameter out by its name, whatever its case. */
export function listsThatRemove(by: PrivacyList['by'], name: string): string[] {
  const lower = name.toLowerCase()
  return LISTS.filter((list) => list.by === by && list.names.toLowerCase().split(' ').includes(lower)).map(
    ({ who }) => who,
  )
}
