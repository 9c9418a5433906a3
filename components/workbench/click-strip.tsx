import { isBare } from '../../lib/ui/bare.ts'
import { clock, day } from '../../lib/ui/clock.ts'
import { count } from '../../lib/ui/count.ts'
import { visible } from '../../lib/ui/visible.ts'
import { Icon } from '../icon.tsx'
import { signOf } from '../verdict-banner.tsx'
import { ClickChoice } from './click-choice.tsx'
import type { Click, WorkbenchProps } from './workbench-props.ts'

/** The click that everything on the page is about, on one line, and the choice of another one. */
export function ClickStrip(props: Pick<WorkbenchProps, 'click' | 'pinned' | 'lead' | 'hasTab' | 'now' | 'onLead'>) {
  const { click, pinned, lead, now } = props
  const offersPinned = lead !== undefined && (lead !== '' || (pinned?.paths.length ?? 0) > 0)
  return (
    <section class={`click-strip tone-${toneOf(click)}`} aria-label="Click that is tested with">
      {offersPinned && <ClickChoice {...props} lead={lead} />}
      <Told click={click} offersPinned={offersPinned} now={now} />
    </section>
  )
}

const toneOf = (click: Click): string =>
  click.kind === 'path'
    ? signOf(click.path.verdict, isBare(click.path)).icon
    : click.kind === 'failed'
      ? 'error'
      : 'quiet'

function Told({ click, offersPinned, now }: { click: Click; offersPinned: boolean; now: string }) {
  if (click.kind === 'loading') return null
  if (click.kind === 'none')
    return (
      <p>
        No click chosen: click your ad, then open the workbench from the Test postback tab of the popup
        {offersPinned && ', or choose a pinned click'}. Everything but filling from a click works without one.
      </p>
    )
  if (click.kind === 'failed')
    return (
      <p class="click-failed" role="alert">
        <Icon name="error" /> {visible(click.why)} Choose another click, or nothing is filled.
      </p>
    )
  const { path, sentence } = click
  const clickedOn = day(path.startedAt)
  const { icon, word } = signOf(path.verdict, isBare(path))
  return (
    <>
      <Icon name={icon} />
      <strong class="click-verdict">{word}</strong>
      <span class="click-sentence" title={visible(sentence)}>
        {visible(sentence)}
      </span>
      <span class="click-meta">
        {count(path.identifiers.length, 'ID')} · {count(path.hops.length, 'hop')} · clicked{' '}
        {clickedOn === day(now) ? '' : clickedOn} {clock(path.startedAt)}
      </span>
    </>
  )
}
