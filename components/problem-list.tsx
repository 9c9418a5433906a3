import type { Mend, Problem } from '../lib/postback/checks/problem.ts'
import { Icon } from './icon.tsx'
import { ToldText } from './told-text.tsx'

const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const

interface ProblemListProps {
  problems: readonly Problem[]
  /** Applies a fix; without it none is offered. */
  onMend?: ((mend: Mend) => void) | undefined
}

/** What is wrong with a postback before it is sent, each with its fix. */
export function ProblemList({ problems, onMend }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <ul class="problems" aria-label="Problems before firing">
      {problems.map(({ id, severity, title, fix, macro, place, mend }) => (
        <li key={`${id} ${macro} ${place?.start}`} class={`problem tone-${severity}`}>
          <Icon name={severity} size={14} />
          <span>
            <strong>
              <span class="unseen">{WORDS[severity]}: </span>
              <ToldText text={title} />
            </strong>{' '}
            <ToldText text={fix} />
          </span>
          {mend && onMend && (
            <button type="button" class="button button-mend" onClick={() => onMend(mend)}>
              <ToldText text={mend.label} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
