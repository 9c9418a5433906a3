import { type ValueShape, valueShapeOf } from './value-shape.ts'

/** Ten digits of seconds lie between 2001 and 2286; what a value carries is a time only within these years. */
const EARLIEST = Date.UTC(2010, 0)
const LATEST = Date.UTC(2100, 0)

/** When the click was made, as its ID says itself. */
export interface ClickTime {
  /** Milliseconds since the epoch. */
  at: number
  /** How long the platform attributes a conversion to it; undefined where that is not known. */
  windowDays: number | undefined
}

/**
 * The time of the click that a value carries, by its name; null where it carries none that can be read.
 *
 * A gclid that begins with `Cj` says the day only, as its midnight in California. Sources: Awin's and Meta's
 * documentation; for gclid, dclid and RedTrack values in public URLs, whose times agree with the dates of the files.
 */
export function clickTimeOf(name: string, value: string): ClickTime | null {
  const shape = valueShapeOf(name)
  const at = shape?.time && READERS[shape.time](value)
  return at && at > EARLIEST && at < LATEST ? { at, windowDays: shape.windowDays } : null
}

const READERS: Record<NonNullable<ValueShape['time']>, (value: string) => number | null> = {
  awin: (value) => thousandfold(/^\d{1,8}_(\d{10})_/.exec(value)?.[1]),
  meta: (value) => Number(/^fb\.\d\.(\d{13})\./.exec(value)?.[1] ?? 0),
  'object-id': (value) => (/^[0-9a-f]{24}$/i.test(value) ? Number.parseInt(value.slice(0, 8), 16) * 1000 : null),
  google: googleTime,
}

const thousandfold = (seconds: string | undefined): number | null =>
  seconds === undefined ? null : Number(seconds) * 1000

/** What comes before the time in the base64url of the three kinds of Google's click IDs, in bytes. */
const GOOGLE_HEADS: readonly [head: RegExp, bytes: number][] = [
  [/^Cj[w0]KC[AQ]/, 5],
  [/^EAIaIQobChMI/, 9],
  [/^C[I-P]/, 1],
]

/** Reads the number that follows the head: a protocol buffer's varint of seconds, or of microseconds. */
function googleTime(value: string): number | null {
  const skip = GOOGLE_HEADS.find(([head]) => head.test(value))?.[1]
  if (skip === undefined || !/^[\w-]{24,}$/.test(value)) return null
  const bytes = atob(value.slice(0, 24).replaceAll('-', '+').replaceAll('_', '/'))
  let number = 0
  for (let at = skip, scale = 1; at < bytes.length; at++, scale *= 128) {
    const byte = bytes.charCodeAt(at)
    number += (byte & 127) * scale
    if (byte < 128) return number > 1e12 ? Math.floor(number / 1000) : number * 1000
  }
  return null
}
