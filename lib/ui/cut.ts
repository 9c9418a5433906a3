import { visible } from './visible.ts'

const CUT = '…'

/**
 * A long text cut in the middle, so that its start and its end stay comparable: at most `length` characters, the cut
 * sign included. Never cuts a character in two. Unseen characters are made visible first.
 */
export function cutMiddle(text: string, length: number): string {
  // Twice the length is enough to know the text is too long without spreading a megabyte into an array.
  if (text.length > length * 4) text = text.slice(0, length * 2) + text.slice(-length * 2)
  const characters = [...visible(text)]
  if (characters.length <= length) return characters.join('')
  const head = Math.ceil((length - 1) * 0.6)
  const tail = length - 1 - head
  return characters.slice(0, head).join('') + CUT + (tail > 0 ? characters.slice(-tail).join('') : '')
}
