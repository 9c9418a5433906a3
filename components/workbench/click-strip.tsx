import type { Verdict } from '../../lib/model/finding.ts'
import { clock } from '../../lib/ui/clock.ts'
import { count } from '../../lib/ui/count.ts'
import { visible } from '../../lib/ui/visible.ts'
import { Icon, type IconName } from '../icon.tsx'
import type { Click } from './workbench-props.ts'

const ICONS: Record<Verdict, IconName> = { pass: 'pass', warn: 'warning', fail: 'error' }
const WORDS: Record<Verdict, string> = { pass: 'Pass', warn: 'Warning', fail: 'Fail' }

/** The click that everything on the page is about, on one line. */
export function ClickStrip({ click }: { click: Click }) {
  if (click.kind !== 'path')
    return (
      <p class="click-strip">
        {click.kind === 'loading'
          ? ''
          : 'No click chosen: click your ad, then open the workbench from the Test postback tab of the popup. Everything but filling from a click works without one.'}
      </p>
    )
  const { path, sentence } = click
  return (
    <p class={`click-strip tone-${ICONS[path.verdict]}`}>
      <Icon name={ICONS[path.verdict]} />
      <strong class="click-verdict">{WORDS[path.verdict]}</strong>
      <span class="click-sentence" title={visible(sentence)}>
        {visible(sentence)}
      </span>
      <span class="click-meta">
        {count(path.identifiers.length, 'ID')} · {count(path.hops.length, 'hop')} · clicked {clock(path.startedAt)}
      </span>
    </p>
  )
}
