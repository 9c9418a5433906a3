import type { LaneMark, LaneTone } from '../lib/ui/lane-mark.ts'

const CIRCLE = 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z'
const SQUARE = 'M3.5 3.5h13v13h-13Z'

/** One shape a mark; the ends of a line are solid, what the line survives is hollow. */
const SHAPES: Record<LaneMark, { outline: string; glyph: string; solid: boolean }> = {
  appeared: { outline: CIRCLE, glyph: 'M10 7.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z', solid: false },
  renamed: { outline: 'M10 1.4 18.6 10 10 18.6 1.4 10Z', glyph: 'M6.2 10h7m-2.6-2.8L13.4 10l-2.8 2.8', solid: false },
  moved: { outline: SQUARE, glyph: 'M6.5 7.5h4.2v5.4m-2.4-2.4 2.4 2.6 2.4-2.6', solid: false },
  reencoded: {
    outline: 'M6 2.4h8l4 7.6-4 7.6H6L2 10Z',
    glyph: 'm7.2 12.9 5.6-5.8M7.3 7.4v.2m5.4 4.8v.2',
    solid: false,
  },
  altered: { outline: 'M10 1.6 19 17.4H1Z', glyph: 'M6.2 12.6 8.4 10l2.6 3 2.8-3', solid: true },
  replaced: { outline: SQUARE, glyph: 'M6 8.2h8m-2-2 2 2M14 12H6m2 2-2-2', solid: true },
  restored: { outline: CIRCLE, glyph: 'M6.6 10.6a3.6 3.6 0 1 0 1-3.2M7 5.4v2.4h2.4', solid: false },
  lost: {
    outline: 'M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3Z',
    glyph: 'm6.4 6.4 7.2 7.2m0-7.2-7.2 7.2',
    solid: true,
  },
  missing: { outline: CIRCLE, glyph: 'M7 10h6', solid: false },
  undelivered: { outline: CIRCLE, glyph: 'M7 10h6', solid: false },
  tidied: { outline: 'M4 6.5h12v7H4Z', glyph: 'M7 10h6', solid: false },
  'handed-over': { outline: 'M2 4h9.6l6.4 6-6.4 6H2Z', glyph: 'M5.4 10h6.4M9.6 7.4l2.6 2.6-2.6 2.6', solid: true },
  delivered: { outline: CIRCLE, glyph: 'm6.4 10.3 2.5 2.5 4.8-5.4', solid: true },
}

/** The shape of a mark. Its word stands beneath it, so a screen reader passes the shape over. */
export function LaneMarkShape({ mark, tone }: { mark: LaneMark; tone: LaneTone }) {
  const { outline, glyph, solid } = SHAPES[mark]
  return (
    <svg class={`mark tone-${tone} ${solid ? 'mark-solid' : 'mark-hollow'}`} viewBox="0 0 20 20" aria-hidden="true">
      <path class="mark-shape" d={outline} />
      <path class="mark-glyph" d={glyph} />
    </svg>
  )
}
