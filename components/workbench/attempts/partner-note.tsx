import { useState } from 'preact/hooks'
import type { Confirmation, PostbackAttempt } from '../../../lib/model/postback.ts'
import { clock } from '../../../lib/ui/clock.ts'
import { useDraft } from '../../drafts.tsx'

const WORDS: Record<Confirmation['word'], string> = {
  open: 'asked, no answer yet',
  counted: 'they counted it',
  'not-counted': 'they did not count it',
}

interface PartnerNoteProps {
  attempt: PostbackAttempt
  /** ISO 8601. */
  now: string
  onConfirm(id: string, confirmation: Confirmation | null): void
}

/** What the partner says they made of it: the one proof there is. */
export function PartnerNote({ attempt, now, onConfirm }: PartnerNoteProps) {
  const { id, confirmation } = attempt
  const [text, setText] = useDraft(`note.${id}`.slice(0, 64), confirmation?.note ?? '')
  const [word, setWord] = useState<Confirmation['word']>(confirmation?.word ?? 'open')
  return (
    <form
      class="partner row"
      onSubmit={(event) => {
        event.preventDefault()
        onConfirm(id, { word, note: text.trim(), at: now })
      }}
    >
      <label class="field">
        What the partner says
        <select
          value={word}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            setWord(chosen === 'counted' || chosen === 'not-counted' ? chosen : 'open')
          }}
        >
          {(Object.keys(WORDS) as Confirmation['word'][]).map((each) => (
            <option key={each} value={each}>
              {WORDS[each]}
            </option>
          ))}
        </select>
      </label>
      <label class="field field-wide">
        Note
        <input value={text} maxLength={2000} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button">
        {confirmation ? 'Change note' : 'Keep note'}
      </button>
      {confirmation && (
        <>
          <button type="button" class="button" onClick={() => onConfirm(id, null)}>
            Remove
          </button>
          <span class="soft partner-said">
            Kept {clock(confirmation.at)}: {WORDS[confirmation.word]}
          </span>
        </>
      )}
    </form>
  )
}
