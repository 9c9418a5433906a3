import { queryPlace } from '../fields.ts'
import type { Span } from './problem.ts'

/** A URL with a stretch of it replaced. */
export const replaceIn = (url: string, { start, end }: Span, text: string): string =>
  url.slice(0, start) + text + url.slice(end)

/** A URL without a parameter, and without the & that joined it. */
export function removeParameter(url: string, { start, end }: Span): string {
  if (url[end] === '&') return url.slice(0, start) + url.slice(end + 1)
  const joint = url[start - 1]
  return url.slice(0, joint === '&' || joint === '?' ? start - 1 : start) + url.slice(end)
}

/** A URL with a parameter added at the end of its query. @param raw `name=value`, encoded */
export function addParameter(url: string, raw: string): string {
  const { start, end } = queryPlace(url)
  const hasQuery = url[start - 1] === '?'
  const joint = !hasQuery ? '?' : start === end || url[end - 1] === '&' ? '' : '&'
  return url.slice(0, end) + joint + raw + url.slice(end)
}
