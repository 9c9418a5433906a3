import type { Span } from '../lib/postback/checks/problem.ts'
import { visibleLines } from '../lib/ui/visible.ts'

/** A stranger's text with one stretch of it marked. */
export function MarkedText({ text, span }: { text: string; span: Span | null }) {
  if (!span || span.end <= span.start || span.start >= text.length) return <>{visibleLines(text)}</>
  return (
    <>
      {visibleLines(text.slice(0, span.start))}
      <mark>{visibleLines(text.slice(span.start, span.end))}</mark>
      {visibleLines(text.slice(span.end))}
    </>
  )
}
