/** A cell: its text, and how it is to be painted once its width is known. */
export interface Cell {
  text: string
  paint?: (text: string) => string
  align?: 'right'
}

const width = (text: string): number => [...text].length

/** Rows as lines, every column as wide as its widest cell, two spaces between. */
export function table(rows: readonly (readonly Cell[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, width(cell.text))
  return rows.map((row) =>
    row
      .map(({ text, align, paint = (plain) => plain }, at) => {
        const room = ' '.repeat((widths[at] ?? 0) - width(text))
        return align === 'right' ? room + paint(text) : paint(text) + room
      })
      .join('  ')
      .trimEnd(),
  )
}
