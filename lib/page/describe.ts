import { MAX_ELEMENT_LENGTH } from '../recording/limits.ts'

/** An element as evidence shows it: its opening tag and the text in it, cut at the evidence format's length. */
export function describe(element: Element): string {
  const shell = (element.cloneNode(false) as Element).outerHTML
  const end = shell.lastIndexOf('</')
  const opening = end > 0 ? shell.slice(0, end) : shell
  const text = element instanceof HTMLAnchorElement ? (element.textContent ?? '').trim().replace(/\s+/g, ' ') : ''
  return `${opening}${text}${end > 0 ? shell.slice(end) : ''}`.slice(0, MAX_ELEMENT_LENGTH)
}
