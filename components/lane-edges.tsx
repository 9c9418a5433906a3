import { count } from '../lib/ui/count.ts'
import { CAUSE_WORDS, statusWords } from '../lib/ui/hop-words.ts'
import type { LaneColumn } from '../lib/ui/lane-columns.ts'
import type { Lanes } from '../lib/ui/lanes.ts'
import { visible } from '../lib/ui/visible.ts'
import { Icon } from './icon.tsx'

const keyOf = (column: LaneColumn) => (column.kind === 'hop' ? column.index : `from ${column.from}`)

/** Hop numbers over the lanes; a hop to blame carries the sign of its worst finding. */
export function LaneHead({ picture }: { picture: Lanes }) {
  return (
    <thead>
      <tr>
        <th scope="col" class="lane-name lane-corner">
          IDs
        </th>
        {picture.columns.map((column) => {
          if (column.kind === 'fold')
            return (
              <th scope="col" key={keyOf(column)} class="lane-hop lane-fold">
                <span aria-hidden="true">⋯</span>
                <span class="unseen">
                  Hops {column.from + 1} to {column.to + 1}
                </span>
              </th>
            )
          const blame = picture.blamed.get(column.index)
          return (
            <th
              scope="col"
              key={keyOf(column)}
              class={`lane-hop ${blame ? `lane-blamed tone-${blame}` : ''}`}
              title={`Hop ${column.index + 1}: ${CAUSE_WORDS[column.hop.cause]}`}
            >
              <span class="unseen">Hop </span>
              <span class="lane-number">{column.index + 1}</span>
              {blame && <Icon name={blame} size={12} />}
              {blame && <span class="unseen">{blame === 'error' ? ', has an error' : ', has a warning'}</span>}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** Status and host under the lanes; neighbouring hops on one host share its name. */
export function LaneFoot({ picture, live }: { picture: Lanes; live: boolean }) {
  const last = picture.columns.at(-1)
  return (
    <tfoot>
      <tr>
        <th scope="row" class="lane-name lane-foot">
          Answer
        </th>
        {picture.columns.map((column) => {
          if (column.kind === 'fold')
            return (
              <td key={keyOf(column)} class="lane-status lane-fold">
                {count(column.to - column.from + 1, 'hop')}
              </td>
            )
          const { text, tone } = statusWords(column.hop)
          const waiting = live && column === last && column.hop.status === null && column.hop.error === null
          return (
            <td key={keyOf(column)} class={`lane-status status-${tone}`}>
              {waiting ? <span title="waiting for the answer">…</span> : text}
            </td>
          )
        })}
      </tr>
      <tr>
        <th scope="row" class="lane-name lane-foot">
          Host
        </th>
        {picture.hosts.map(({ host, width }, at) => (
          <td key={at} class="lane-host" colSpan={width} style={{ gridColumn: `span ${width}` }} title={visible(host)}>
            {/* Cut at the start: the end of a host says whose it is. */}
            <span class="lane-host-name">
              <bdi>{visible(host)}</bdi>
            </span>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
