import { visible } from '../lib/ui/visible.ts'

/** A sentence of ours about a stranger's values: what stands between backticks is shown as bytes. */
export function ToldText({ text }: { text: string }) {
  return (
    <>
      {text.split('`').map((part, at) => {
        const shown = visible(part)
        return at % 2 === 1 ? <code key={`${at} ${part}`}>{shown}</code> : shown
      })}
    </>
  )
}
