import type { Hop } from '../lib/model/click-path.ts'
import type { Change, Excerpt } from '../lib/ui/change.ts'
import { hopNumber } from '../lib/ui/hop-words.ts'
import { visible } from '../lib/ui/visible.ts'
import { CopyButton } from './copy-button.tsx'

const TAGS = { same: 'span', gone: 'del', new: 'ins', marked: 'mark' } as const
/** What a screen reader says before a run; the eye sees a line through it, a line beneath it, a frame around it. */
const SPOKEN = { same: '', gone: 'gone: ', new: 'new: ', marked: 'here: ' }

interface ByteChangeProps {
  change: Change
  hops: readonly Hop[]
  onCopy(text: string): Promise<void>
}

interface ByteLineProps extends Pick<ByteChangeProps, 'hops' | 'onCopy'> {
  word: string
  excerpt: Excerpt
}

/** The bytes of one hop, with what changed marked; the copy has all of them. */
function ByteLine({ word, excerpt: { hop, part, pieces, note }, hops, onCopy }: ByteLineProps) {
  const what = `${part} of ${hopNumber(hop)}`
  const whole = part === 'URL' ? hops[hop]?.url : hops[hop]?.body
  return (
    <>
      <p class="byte-head">
        <strong>{word}</strong> {what}
        {note && <span class="byte-note">{visible(note)}</span>}
        <CopyButton text={whole ?? ''} label={`Copy ${what}`} onCopy={onCopy} />
      </p>
      <p class="bytes byte-text">
        <bdi>
          {pieces.map(({ text, kind }, at) => {
            const Tag = TAGS[kind]
            return (
              <Tag key={at}>
                {SPOKEN[kind] && <span class="unseen">{SPOKEN[kind]}</span>}
                {text}
              </Tag>
            )
          })}
        </bdi>
      </p>
    </>
  )
}

/** What a finding is about, as raw bytes: before and after, the difference marked by shape and not by colour alone. */
export function ByteChange({ change: { before, after }, ...props }: ByteChangeProps) {
  return (
    <div class="byte-change">
      <ByteLine word={after ? 'Before' : 'Bytes'} excerpt={before} {...props} />
      {after && <ByteLine word="After" excerpt={after} {...props} />}
    </div>
  )
}
