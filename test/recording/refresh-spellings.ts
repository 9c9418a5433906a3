/** Where the spelled refreshes lead. */
export const TARGET = 'https://offer.example/?clickid=1'

/**
 * Spellings of a declarative refresh, with the seconds that it waits: every branch of the HTML standard's "shared
 * declarative refresh steps". Delays are short where nothing depends on them, for real browsers wait them out.
 */
export const REFRESHES: readonly (readonly [content: string, seconds: number])[] = [
  [`0;url=${TARGET}`, 0],
  [`1; url=${TARGET}`, 1],
  [`1 ; URL = ${TARGET}`, 1],
  [`1,url=${TARGET}`, 1],
  [`1 url=${TARGET}`, 1],
  [`1;${TARGET}`, 1],
  [`1 ${TARGET}`, 1],
  [`  1\t;\nUrl\f=\r${TARGET}`, 1],
  [`0;url="${TARGET}"`, 0],
  [`0;url='${TARGET}'`, 0],
  [`0;'${TARGET}'`, 0],
  [`0;url="${TARGET}`, 0],
  [`0;url='${TARGET}' and more`, 0],
  [`1.5;url=${TARGET}`, 1],
  [`.5;url=${TARGET}`, 0],
  [`1...;url=${TARGET}`, 1],
  [`0001;url=${TARGET}`, 1],
  [`00012;url=${TARGET}`, 12],
  [`0;url=${TARGET}  `, 0],
]

/** What a browser does not take for a refresh. */
export const NO_REFRESHES: readonly string[] = [
  ...['', ' ', `;url=${TARGET}`, `url=${TARGET}`, TARGET],
  ...[`-1;url=${TARGET}`, `+1;url=${TARGET}`, `1a;url=${TARGET}`, 'x', '0;url=http://[::1'],
]
