import { useState } from 'preact/hooks'
import { visible } from '../lib/ui/visible.ts'

interface CopyButtonProps {
  text: string
  /** What is copied, for who cannot see where the button stands: `Copy fbclid`. */
  label: string
  /** Word on the button; without one it is only a sign. */
  word?: string
  onCopy(text: string): Promise<void>
}

type Told = '' | 'Copied' | 'Not copied'

/** Copies a text and says so, to the eye and to a screen reader, until it is left. Its width never changes. */
export function CopyButton({ text, label, word, onCopy }: CopyButtonProps) {
  const name = visible(label)
  const [told, setTold] = useState<Told>('')
  const copy = async () => {
    try {
      await onCopy(text)
      setTold('Copied')
    } catch {
      setTold('Not copied')
    }
  }
  const forget = () => setTold('')
  return (
    <span class="copy">
      <button
        type="button"
        class={`button ${word ? '' : 'button-sign'}`}
        aria-label={name}
        title={name}
        onClick={copy}
        onBlur={forget}
        onMouseLeave={forget}
      >
        <svg width="14" height="14" viewBox="0 0 16 16" class="line-sign" aria-hidden="true">
          {told === 'Copied' ? <path d="m3 8.5 3.4 3.4L13 4.6" /> : <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8Z" />}
        </svg>
        {word}
      </button>
      <span class={told ? 'told' : 'told told-hidden'} role="status">
        {told}
      </span>
    </span>
  )
}
