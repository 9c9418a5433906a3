import { count } from '../lib/ui/count.ts'
import { cutMiddle } from '../lib/ui/cut.ts'
import { CAUSE_WORDS, statusWords } from '../lib/ui/hop-words.ts'
import type { LaneColumn } from '../lib/ui/lane-columns.ts'
import type { Lanes } from '../lib/ui/lanes.ts'
import { visible } from '../lib/ui/visible.ts'
import { Icon } from './icon.tsx'

const keyOf = (column: LaneColumn) => (column.kind === 'hop' ? column.index : `from ${column.from}`)

/** Hop numbers over the lanes; a hop to blame carries the sign of its worst finding, a fold opens. */
export function LaneHead({ picture, onUnfold }: { picture: Lanes; onUnfold: (() => void) | undefined }) {
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
                {onUnfold ? (
                  <button type="button" class="button-text" onClick={onUnfold}>
                    <span class="unseen">Show hops </span>
                    {column.from + 1}–{column.to + 1}
                  </button>
                ) : (
                  `${column.from + 1}–${column.to + 1}`
                )}
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

/** Characters that two lines under all columns hold; those that the narrowest column holds. */
const HOST_CHARACTERS = 124
const LEAST_OF_HOST = 22

/** Status and host under the lanes; neighbouring hops on one host share its name. */
export function LaneFoot({ picture, live }: { picture: Lanes; live: boolean }) {
  const last = picture.columns.at(-1)
  const most = Math.max(LEAST_OF_HOST, Math.floor(HOST_CHARACTERS / picture.columns.length))
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
            <bdi class="lane-host-name">
              {cutMiddle(host, most * width)
                .split(/(?=:\d+$)/)
                .flatMap((part) => [part, <wbr key={part} />])}
            </bdi>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
