import { isBare } from '../../lib/ui/bare.ts'
import { clock } from '../../lib/ui/clock.ts'
import { count } from '../../lib/ui/count.ts'
import { visible } from '../../lib/ui/visible.ts'
import { Icon } from '../icon.tsx'
import { signOf } from '../verdict-banner.tsx'
import type { Click } from './workbench-props.ts'

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
  const { icon, word } = signOf(path.verdict, isBare(path))
  return (
    <p class={`click-strip tone-${icon}`}>
      <Icon name={icon} />
      <strong class="click-verdict">{word}</strong>
      <span class="click-sentence" title={visible(sentence)}>
        {visible(sentence)}
      </span>
      <span class="click-meta">
        {count(path.identifiers.length, 'ID')} · {count(path.hops.length, 'hop')} · clicked {clock(path.startedAt)}
      </span>
    </p>
  )
}
