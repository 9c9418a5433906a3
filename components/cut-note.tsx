import type { Cut } from '../lib/model/click-path.ts'
import { cutWords } from '../lib/ui/cut-words.ts'

/** Says what is missing of a path, where something is: a verdict on a part must not pass for one on the whole. */
export function CutNote({ cut }: { cut: Cut | undefined }) {
  const words = cutWords(cut)
  return words.length > 0 ? <p class="cut-note">{words.join(' ')}</p> : null
}
