import type { ProbeWalk } from '../../../lib/model/probe-walk.ts'
import type { ProbeValue } from '../../../lib/postback/probe/make-probe.ts'
import type { Landed, ProbeResult } from '../../../lib/postback/probe/probe-report.ts'
import { hopWords, placeWords, probeWords } from '../../../lib/ui/probe-words.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { CutValue } from '../../cut-value.tsx'
import { Icon } from '../../icon.tsx'

interface ProbeTableProps {
  values: readonly ProbeValue[]
  /** One for each value; none before the link was walked. */
  report: readonly ProbeResult[]
  walk: ProbeWalk | undefined
}

/** What became of each test value, a row each. */
export function ProbeTable({ values, report, walk }: ProbeTableProps) {
  return (
    <div class="table-scroll">
      <table class="differences">
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Test value</th>
            <th scope="col">What became of it</th>
            <th scope="col">Where it arrived</th>
            <th scope="col">Last seen whole</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ name, value }, at) => {
            const told = walk && report[at]
            const { tone = 'quiet', word = '' } = told ? probeWords(told, walk) : {}
            return (
              <tr key={`${name} ${value}`} class={`tone-${tone}`}>
                <th scope="row" class="bytes">
                  <CutValue text={name} length={30} what="name of a parameter" />
                </th>
                <td class="bytes">{visible(value)}</td>
                <td>
                  {told ? (
                    <span class="outcome">
                      <Icon name={tone} size={14} /> {word}
                    </span>
                  ) : (
                    <span class="soft">not walked yet</span>
                  )}
                </td>
                <td>{told && <Ends told={told} walk={walk} />}</td>
                <td>{told && <LastWhole told={told} walk={walk} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const nameAt = (landed: Landed) =>
  landed.name === '' ? placeWords(landed) : <CutValue text={landed.name} length={40} what="name" />

function Ends({ told, walk }: { told: ProbeResult; walk: ProbeWalk }) {
  if (told.landed.length === 0) return <span class="soft">{told.outcome === 'not-traced' ? '' : 'nowhere'}</span>
  return (
    <ul class="landed">
      {told.landed.map((landed, at) => (
        <li key={at}>
          {landed.name === '' ? '' : 'as '}
          {nameAt(landed)} at {hopWords(landed.hop, walk)}
          {told.change !== null && (
            <>
              : <CutValue text={landed.value} length={60} what="value" />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function LastWhole({ told: { outcome, last }, walk }: { told: ProbeResult; walk: ProbeWalk }) {
  if (last)
    return (
      <>
        {hopWords(last.hop, walk)}
        {outcome !== 'arrived' && last.name !== '' && (
          <>
            , as <CutValue text={last.name} length={40} what="name" />
          </>
        )}
      </>
    )
  return <span class="soft">{outcome === 'not-traced' ? 'a price is like any other' : 'on no hop'}</span>
}
