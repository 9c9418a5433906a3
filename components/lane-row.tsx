import type { Identifier } from '../lib/model/identifier.ts'
import type { Arrival } from '../lib/ui/arrival.ts'
import { cutMiddle } from '../lib/ui/cut.ts'
import { kindWords, outcomeWord } from '../lib/ui/identifier-words.ts'
import type { LaneTone } from '../lib/ui/lane-mark.ts'
import type { LaneCell } from '../lib/ui/lane-row.ts'
import type { Lane, Lanes } from '../lib/ui/lanes.ts'
import { visible } from '../lib/ui/visible.ts'
import { CopyButton } from './copy-button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { LaneMarkShape } from './lane-mark.tsx'

const ICONS: Record<LaneTone, IconName> = {
  error: 'error',
  warning: 'warning',
  pass: 'pass',
  info: 'info',
  calm: 'quiet',
}

/** What became of it: shape and word. */
export function OutcomeTag({
  identifier,
  tone,
  arrival,
}: {
  identifier: Identifier
  tone: LaneTone
  arrival: Arrival
}) {
  const open: IconName = arrival === 'under-way' ? 'pending' : 'quiet'
  const icon = tone === 'pass' && arrival !== 'arrived' ? open : ICONS[tone]
  return (
    <span class={`outcome tone-${icon}`}>
      <Icon name={icon} size={12} />
      {outcomeWord(identifier, arrival)}
    </span>
  )
}

const SPOKEN = { none: '', running: 'there', damaged: 'there, altered', cut: 'gone', gone: 'gone' }

function Cell({ cell, class: name }: { cell: LaneCell; class: string }) {
  const said = cell.word || SPOKEN[cell.after === 'none' ? cell.before : cell.after]
  return (
    <td class={`lane lane-from-${cell.before} lane-to-${cell.after} ${name}`}>
      <div class="lane-said">
        <span class="lane-line">
          {cell.mark ? (
            <LaneMarkShape mark={cell.mark} tone={cell.tone} />
          ) : (
            (cell.before === 'running' || cell.before === 'damaged') && <span class="lane-dot" />
          )}
        </span>
        {cell.word ? (
          <span class={`lane-word tone-${cell.tone}`}>
            {cell.word}
            {cell.note && <span class="lane-note">{cutMiddle(cell.note, 22)}</span>}
          </span>
        ) : (
          <span class="unseen">{said}</span>
        )}
      </div>
    </td>
  )
}

interface LaneRowProps {
  row: Lane
  picture: Lanes
  arrival: Arrival
  onCopy(text: string): Promise<void>
}

/** One identifier: its name, value and outcome stay in sight, its line runs beside them. */
export function LaneRow({ row: { identifier, cells, tone }, picture, arrival, onCopy }: LaneRowProps) {
  const name = cutMiddle(identifier.name, 18)
  return (
    <tr>
      <th scope="row" class="lane-name">
        <span class="lane-title">
          <bdi class="lane-id" title={`${visible(identifier.name)}: ${kindWords(identifier)}`}>
            {name}
          </bdi>
          <OutcomeTag identifier={identifier} tone={tone} arrival={arrival} />
        </span>
        <span class="lane-value">
          <bdi class="bytes" title={visible(identifier.value)}>
            {cutMiddle(identifier.value, 17)}
          </bdi>
          <CopyButton text={identifier.value} label={`Copy value of ${name}`} onCopy={onCopy} />
        </span>
      </th>
      {cells.map((cell, at) => {
        const column = picture.columns[at]
        const blame = column?.kind === 'hop' ? picture.blamed.get(column.index) : undefined
        const classes = [blame ? `lane-blamed tone-${blame}` : '', at === picture.firstBreak ? 'lane-break' : '']
        return (
          <Cell
            key={column?.kind === 'hop' ? column.index : `from ${column?.from}`}
            cell={cell}
            class={classes.join(' ')}
          />
        )
      })}
    </tr>
  )
}
