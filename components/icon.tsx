/** A verdict, a severity, an attempt's tone: each has a shape of its own, so that no one needs its colour. */
export type IconName = 'pass' | 'warning' | 'error' | 'info' | 'pending' | 'quiet'

const SHAPES: Record<IconName, { outline: string; glyph: string }> = {
  pass: { outline: 'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Z', glyph: 'm4.7 8.3 2.3 2.3 4.4-4.9' },
  warning: { outline: 'M8 1.2 15.4 14.4H.6Z', glyph: 'M8 6v3.9M8 12v.2' },
  error: { outline: 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z', glyph: 'm5.3 5.3 5.4 5.4m0-5.4-5.4 5.4' },
  info: {
    outline: 'M3.2 1.2h9.6a2 2 0 0 1 2 2v9.6a2 2 0 0 1-2 2H3.2a2 2 0 0 1-2-2V3.2a2 2 0 0 1 2-2Z',
    glyph: 'M8 7.4v4M8 4.6v.2',
  },
  pending: { outline: 'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Z', glyph: 'M8 4.2V8l2.6 1.8' },
  quiet: { outline: 'M2.6 6.2h10.8v3.6H2.6Z', glyph: '' },
}

/** Signs of what came of a postback. */
export const TONE_ICONS: Record<'ok' | 'warning' | 'error' | 'pending', IconName> = {
  ok: 'pass',
  warning: 'warning',
  error: 'error',
  pending: 'pending',
}

/** The sign of a tone. It always stands beside its word, so a screen reader passes it over. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const { outline, glyph } = SHAPES[name]
  return (
    <svg class={`icon tone-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path class="icon-shape" d={outline} />
      <path class="icon-glyph" d={glyph} />
    </svg>
  )
}
