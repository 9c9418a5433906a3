import type { Problem } from '../lib/postback/lint.ts'
import { Icon } from './icon.tsx'
import { ToldText } from './told-text.tsx'

const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** What is wrong with a postback before it is sent. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <ul class="problems" aria-label="Problems before firing">
      {problems.map(({ id, severity, title, fix, macro }) => (
        <li key={`${id} ${macro}`} class={`problem tone-${severity}`}>
          <Icon name={severity} size={14} />
          <span>
            <strong>
              <span class="unseen">{WORDS[severity]}: </span>
              <ToldText text={title} />
            </strong>{' '}
            <ToldText text={fix} />
          </span>
        </li>
      ))}
    </ul>
  )
}
