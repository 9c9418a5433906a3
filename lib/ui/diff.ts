/** A run of a text that is shown before or after a change. */
export interface Piece {
  text: string
  /** `same` in both; `gone` with the change; `new` with it; `marked`: what the reader is to look at. */
  kind: 'same' | 'gone' | 'new' | 'marked'
}

/** Of longer texts only their common beginning and end are looked for: the table below grows with both lengths. */
const MOST_CELLS = 200_000
/** Texts that have less than this in common are two texts, and single characters that happen to be in both say nothing. */
const LEAST_COMMON = 0.5

/** An escape or a character: nobody reads half an escape. */
const UNITS = /%[0-9a-f]{2}|[\s\S]/giu

/** Two texts, byte by byte as they are, each in runs that say what changed. Joined, the runs of each give it back. */
export function diff(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const a = before.match(UNITS) ?? []
  const b = after.match(UNITS) ?? []
  const start = commonStart(a, b)
  const end = Math.min(commonStart(a.toReversed(), b.toReversed()), a.length - start, b.length - start)
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const common = commonUnits(middleA, middleB)
  const isAlike = start + end + common.a.size >= Math.max(a.length, b.length) * LEAST_COMMON
  const around = (all: string[], middle: string[], kept: ReadonlySet<number>, kind: 'gone' | 'new') =>
    joined(
      all.map((text, at) => {
        const inMiddle = at >= start && at < start + middle.length
        return { text, kind: inMiddle && !(isAlike && kept.has(at - start)) ? kind : 'same' }
      }),
    )
  return { before: around(a, middleA, common.a, 'gone'), after: around(b, middleB, common.b, 'new') }
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** Places of the units that make the longest common subsequence of two texts; none where they are too long. */
function commonUnits(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const kept = { a: new Set<number>(), b: new Set<number>() }
  if (a.length * b.length > MOST_CELLS) return kept
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) {
      kept.a.add(i++)
      kept.b.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return kept
}

/** Neighbours of one kind become one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else all.push({ ...piece })
  }
  return all
}
