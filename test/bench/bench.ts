/** One thing measured. */
export interface Figure {
  name: string
  value: number
  /** `ms`, `µs`, `bytes`, `×` (a ratio), `%` … */
  unit: string
  /** The most it may be; absent where it is only told. */
  limit?: number
  /** How it came about, in a few words. */
  note?: string
}

/** A measurement of the real thing: it says what is so, and fails nothing. */
export interface Bench {
  /** How it is called on the command line. */
  name: string
  title: string
  /** @param say told how far it is, a line each */
  run(say: (line: string) => void): Promise<Figure[]>
}

/** Whether a figure is over its limit. What is no number is over any. */
export const isOver = ({ value, limit }: Figure): boolean => limit !== undefined && !(value <= limit)
