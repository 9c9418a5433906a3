import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ClickPath } from '../lib/model/click-path.ts'
import { arrivalOf } from '../lib/ui/arrival.ts'
import { count } from '../lib/ui/count.ts'
import type { LaneColumn } from '../lib/ui/lane-columns.ts'
import { lanes } from '../lib/ui/lanes.ts'
import { LaneFoot, LaneHead } from './lane-edges.tsx'
import { LaneRow } from './lane-row.tsx'
import { ScrollRegion } from './scroll-region.tsx'

/** So many rows leave the tabs in sight; the rest, where it is more than one, is a press away. */
const AT_FIRST = 4
const MORE = 40

/** So many hops need no scrolling; of more, the quiet ones are folded until they are asked for. */
const FITTING = 5

/** Least widths in pixels: a mark with its word, a hop nothing happened at, a run of such hops. */
const NAMES = 208
const EVENTFUL = 82
const QUIET = 68
const FOLD = 68
const leastWidth = (column: LaneColumn) => (column.kind === 'fold' ? FOLD : column.eventful ? EVENTFUL : QUIET)

interface LanePictureProps {
  path: ClickPath
  live: boolean
  onCopy(text: string): Promise<void>
}

/** The product's face: one row an identifier, one column a hop, a line that runs as far as the value does. */
export function LanePicture({ path, live, onCopy }: LanePictureProps) {
  const [asked, setMost] = useState(AT_FIRST)
  const [fitting, setFitting] = useState(FITTING)
  // Decided once: the room is not taken back under the eyes of the reader when the click has ended.
  const [roomy] = useState(live)
  const most = !roomy && path.identifiers.length === asked + 1 ? asked + 1 : asked
  const picture = useMemo(() => lanes(path, live, most, fitting), [path, live, most, fitting])
  const area = useRef<HTMLElement>(null)

  // The button that unfolds is gone with the fold: the focus goes to what came of it.
  const showAll = () => {
    setFitting(Number.POSITIVE_INFINITY)
    area.current?.focus()
  }

  // Opens with the first break in sight; after that the place belongs to the reader and nothing moves it.
  useLayoutEffect(() => {
    const broken = area.current?.querySelector<HTMLElement>('.lane-break')
    if (broken && area.current) area.current.scrollLeft = broken.offsetLeft - area.current.clientWidth * 0.7
  }, [])

  const widths = picture.columns.map(leastWidth)
  const style = {
    minWidth: `${widths.reduce((sum, width) => sum + width, NAMES)}px`,
    gridTemplateColumns: `${NAMES}px ${widths.map((width) => `minmax(${width}px, 1fr)`).join(' ')}`,
    '--rows': picture.rows.length,
  }
  const left = path.identifiers.length - picture.rows.length
  return (
    <div class={`lanes ${roomy ? 'lanes-roomy' : ''}`}>
      <ScrollRegion class="lanes-area" label="Each ID over the hops" region={area}>
        <table class="lanes-table" style={style}>
          <caption class="unseen">Each ID over the hops: where it appears, changes, ends</caption>
          <LaneHead picture={picture} onUnfold={fitting === FITTING ? showAll : undefined} />
          <tbody>
            {picture.rows.map((row) => (
              <LaneRow
                key={`${row.identifier.name} ${row.identifier.value} ${row.identifier.trail[0]?.hop}`}
                row={row}
                picture={picture}
                arrival={arrivalOf(path, live)}
                onCopy={onCopy}
              />
            ))}
          </tbody>
          <LaneFoot picture={picture} live={live} />
        </table>
      </ScrollRegion>
      {left > 0 && (
        <button type="button" class="button-text lanes-more" onClick={() => setMost(most + MORE)}>
          Show {count(Math.min(left, MORE), 'more ID')}
        </button>
      )}
    </div>
  )
}
