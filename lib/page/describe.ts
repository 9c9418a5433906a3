import { MAX_ELEMENT_LENGTH } from '../recording/limits.ts'

/** An element as evidence shows it: its tags and the text of a link between them, cut at the evidence format's length. */
export function describe(element: Element): string {
  const tags = (element.cloneNode(false) as Element).outerHTML
  const text = element instanceof HTMLAnchorElement ? element.text.trim().replace(/\s+/g, ' ') : ''
  return tags.replace(/(?=<\/[^<>]*>$)|$/, () => text).slice(0, MAX_ELEMENT_LENGTH)
}
