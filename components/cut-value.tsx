import { useState } from 'preact/hooks'
import { cutMiddle } from '../lib/ui/cut.ts'
import { visible } from '../lib/ui/visible.ts'

/** Longest text that is put on the page at once even when the whole is asked for; the copy has all of it. */
const WHOLE = 20_000

/** A stranger's bytes: long ones are cut in the middle and shown whole on demand. */
export function CutValue({ text, length, what }: { text: string; length: number; what: string }) {
  const [whole, setWhole] = useState(false)
  const long = visible(text.slice(0, length * 2)).length > length || text.length > length
  return (
    <span class="bytes">
      <bdi>{whole ? visible(text.slice(0, WHOLE)) : cutMiddle(text, length)}</bdi>
      {long && (
        <button
          type="button"
          class="button-text"
          aria-expanded={whole}
          aria-label={visible(`${whole ? 'shorten' : 'show whole'} ${what}`)}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'shorten' : 'show whole'}
        </button>
      )}
    </span>
  )
}
