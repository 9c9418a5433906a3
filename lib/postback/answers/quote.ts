const QUOTE = 160

/** A text on one line, or as much of it around a place as a line holds. */
export function quote(text: string, start: number, end: number): string {
  const whole = text.trim().length <= QUOTE
  const from = whole ? 0 : Math.max(0, Math.min(start, end - QUOTE + 40) - 40)
  const to = whole ? text.length : from + QUOTE
  const piece = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`
}
