import type { Span } from '../lib/postback/checks/problem.ts'

/** A stranger's text with one stretch of it marked. */
export function MarkedText({ text, span }: { text: string; span: Span | null }) {
  if (!span || span.end <= span.start || span.start >= text.length) return <>{text}</>
  return (
    <>
      {text.slice(0, span.start)}
      <mark>{text.slice(span.start, span.end)}</mark>
      {text.slice(span.end)}
    </>
  )
}
