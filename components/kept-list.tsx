import type { Keeping } from '../lib/model/landing.ts'
import { keptLine } from '../lib/ui/kept-words.ts'
import { visible } from '../lib/ui/visible.ts'
import { CutValue } from './cut-value.tsx'
import { Icon } from './icon.tsx'

/** What the landing page keeps: a sign, the name of the cookie or key, and whose value it holds. */
export function KeptList({ kept, host }: { kept: readonly Keeping[]; host: string }) {
  if (kept.length === 0) return null
  return (
    <ul class="kept" aria-label={`Kept by ${visible(host)}`}>
      {kept.map((each) => {
        const { name, tone, words, value } = keptLine(each)
        return (
          <li key={`${each.where} ${name} ${value}`} class={`tone-${tone}`}>
            <Icon name={tone} size={13} />
            <span class="kept-where">{visible(host)}</span>
            <code>{visible(name)}</code>
            <span class="kept-words">
              {visible(words)}
              {value !== null && ': '}
            </span>
            {value !== null && <CutValue text={value} length={36} what={`value of ${name}`} />}
          </li>
        )
      })}
    </ul>
  )
}
