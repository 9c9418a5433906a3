import { useState } from 'preact/hooks'
import type { Change, Excerpt } from '../lib/ui/change.ts'
import { cutMiddle } from '../lib/ui/cut.ts'
import type { Piece } from '../lib/ui/diff.ts'
import { hopNumber } from '../lib/ui/hop-words.ts'
import { visible } from '../lib/ui/visible.ts'
import { CopyButton } from './copy-button.tsx'

/** Characters of what is the same, and of what is not, that are shown until the whole is asked for. */
const SAME = 70
const CHANGED = 260
/** Longest run that is put on the page even then; the copy has all of it. */
const WHOLE = 20_000

const TAGS = { same: 'span', gone: 'del', new: 'ins', marked: 'mark' } as const
/** What a screen reader says before a run; the eye sees a line through it, a line beneath it, a frame around it. */
const SPOKEN = { same: '', gone: 'gone: ', new: 'new: ', marked: 'here: ' }

const most = ({ kind }: Piece) => (kind === 'same' ? SAME : CHANGED)

function Run({ piece, whole }: { piece: Piece; whole: boolean }) {
  const Tag = TAGS[piece.kind]
  return (
    <Tag>
      {SPOKEN[piece.kind] && <span class="unseen">{SPOKEN[piece.kind]}</span>}
      {whole ? visible(piece.text.slice(0, WHOLE)) : cutMiddle(piece.text, most(piece))}
    </Tag>
  )
}

interface ByteLineProps {
  word: string
  excerpt: Excerpt
  onCopy(text: string): Promise<void>
}

/** The bytes of one hop, with what changed marked. */
function ByteLine({ word, excerpt: { hop, part, pieces, note }, onCopy }: ByteLineProps) {
  const [whole, setWhole] = useState(false)
  const isLong = pieces.some((piece) => piece.text.length > most(piece))
  const what = `${part} of ${hopNumber(hop)}`
  return (
    <div class="byte-line">
      <p class="byte-head">
        <strong>{word}</strong> {what}
        {note && <span class="byte-note">{visible(note)}</span>}
        <CopyButton text={pieces.map(({ text }) => text).join('')} label={`Copy ${what}`} onCopy={onCopy} />
      </p>
      <p class="bytes byte-text">
        <bdi>
          {pieces.map((piece, at) => (
            <Run key={at} piece={piece} whole={whole} />
          ))}
        </bdi>
        {isLong && (
          <button
            type="button"
            class="button-text"
            aria-expanded={whole}
            aria-label={`${whole ? 'shorten' : 'show whole'} ${what}`}
            onClick={() => setWhole(!whole)}
          >
            {whole ? 'shorten' : 'show whole'}
          </button>
        )}
      </p>
    </div>
  )
}

/** What a finding is about, as raw bytes: before and after, the difference marked by shape and not by colour alone. */
export function ByteChange({ change: { before, after }, onCopy }: { change: Change } & Pick<ByteLineProps, 'onCopy'>) {
  return (
    <div class="byte-change">
      <ByteLine word={after ? 'Before' : 'Bytes'} excerpt={before} onCopy={onCopy} />
      {after && <ByteLine word="After" excerpt={after} onCopy={onCopy} />}
    </div>
  )
}
