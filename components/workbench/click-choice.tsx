import { clock, day } from '../../lib/ui/clock.ts'
import { cutMiddle } from '../../lib/ui/cut.ts'
import { nameOf } from './pinned/pinned-list.tsx'
import type { WorkbenchProps } from './workbench-props.ts'

interface ClickChoiceProps extends Pick<WorkbenchProps, 'pinned' | 'hasTab' | 'onLead'> {
  /** Id of the pinned click that is tested with; empty: that of the tab. */
  lead: string
}

/** Chooses whose values fill and check everything on the page: those of the tab's click, or of a pinned one. */
export function ClickChoice({ pinned, hasTab, lead, onLead }: ClickChoiceProps) {
  const paths = pinned?.paths ?? []
  const isThere = lead === '' || paths.some(({ id }) => id === lead)
  return (
    <select
      class="click-choice"
      aria-label="Click to test with"
      value={lead}
      onChange={(event) => onLead(event.currentTarget.value)}
    >
      <option value="">{hasTab ? 'This tab’s click' : 'No click'}</option>
      <optgroup label="Pinned clicks">
        {!isThere && <option value={lead}>{pinned ? 'Pinned no more' : 'A pinned click'}</option>}
        {paths.map((summary) => (
          <option key={summary.id} value={summary.id}>
            {cutMiddle(nameOf(summary), 50)}, {day(summary.startedAt)} {clock(summary.startedAt)}
          </option>
        ))}
      </optgroup>
    </select>
  )
}
