import type { ClickPath } from '../lib/model/click-path.ts'
import type { Identifier } from '../lib/model/identifier.ts'
import type { Keeping } from '../lib/model/landing.ts'
import { type Arrival, arrivalOf } from '../lib/ui/arrival.ts'
import { kindWords, trailLines } from '../lib/ui/identifier-words.ts'
import type { LaneTone } from '../lib/ui/lane-mark.ts'
import { byConcern } from '../lib/ui/lanes.ts'
import { urlParts } from '../lib/ui/url-parts.ts'
import { visible } from '../lib/ui/visible.ts'
import { CopyButton } from './copy-button.tsx'
import { CutValue } from './cut-value.tsx'
import { KeptList } from './kept-list.tsx'
import { OutcomeTag } from './lane-row.tsx'
import { MoreList } from './more-list.tsx'

const STEP = 20
const VALUE = 160
/** Trail lines that are shown of one identifier; a page that plays with its address can make hundreds. */
const LINES = 30

interface IdentifiersTabProps {
  path: ClickPath
  live: boolean
  onCopy(text: string): Promise<void>
}

interface ItemProps extends Pick<IdentifiersTabProps, 'onCopy'> {
  arrival: Arrival
  identifier: Identifier
  tone: LaneTone
  /** What the landing page keeps of it, and which page that is. */
  kept: readonly Keeping[]
  host: string
}

function IdentifierItem({ identifier, tone, arrival, kept, host, onCopy }: ItemProps) {
  const lines = trailLines(identifier)
  return (
    <li class="id">
      <p class="id-title">
        <bdi class="id-name">{visible(identifier.name)}</bdi>
        <span class="id-kind">{visible(kindWords(identifier))}</span>
        <OutcomeTag identifier={identifier} tone={tone} arrival={arrival} />
        <CopyButton
          text={identifier.value}
          label={`Copy whole value of ${identifier.name}`}
          word="Copy"
          onCopy={onCopy}
        />
      </p>
      <p class="id-value">
        <CutValue text={identifier.value} length={VALUE} what={`value of ${identifier.name}`} />
      </p>
      <ol class="trail">
        {lines.slice(0, LINES).map((line) => (
          <li key={`${line.hop} ${line.words}`}>
            <span class="trail-hops">{line.hops}</span> {visible(line.words)}
            {line.value !== null && (
              <>
                {': '}
                <CutValue text={line.value} length={60} what={`value at ${line.hops}`} />
              </>
            )}
          </li>
        ))}
        {lines.length > LINES && <li>… and {lines.length - LINES} more changes, all in the exported evidence</li>}
      </ol>
      <KeptList kept={kept} host={host} />
    </li>
  )
}

/** Each identifier in full: whole value, who issues it, its trail in words. */
export function IdentifiersTab({ path, live, onCopy }: IdentifiersTabProps) {
  if (path.identifiers.length === 0) return <p class="panel-empty">No click ID, sub-ID or campaign tag in any hop.</p>
  const { kept = [], landing } = path
  const host = landing ? urlParts(landing.url).host : ''
  const arrival = arrivalOf(path, live)
  const isUnasked = !landing && arrival === 'arrived' && path.identifiers.some(({ kind }) => kind === 'ad-click-id')
  return (
    <>
      <MoreList
        items={byConcern(path)}
        step={STEP}
        noun="ID"
        class="ids"
        row={({ identifier, tone }) => (
          <IdentifierItem
            key={`${identifier.name} ${identifier.value} ${identifier.trail[0]?.hop}`}
            identifier={identifier}
            tone={tone}
            arrival={arrival}
            kept={kept.filter((each) => each.identifier === identifier.name)}
            host={host}
            onCopy={onCopy}
          />
        )}
      />
      <KeptList kept={kept.filter((each) => each.identifier === null)} host={host} />
      {isUnasked && (
        <p class="panel-empty kept-unasked">
          What the last page keeps (_fbc, _gcl_aw …) is not known: it is closed, or was open before Clickpath was. Click
          again to see it.
        </p>
      )}
    </>
  )
}
