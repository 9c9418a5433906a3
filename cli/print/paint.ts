/** What a piece of text stands for; how that looks is decided here alone. */
export type Ink = 'pass' | 'warning' | 'error' | 'info' | 'strong' | 'soft'

export type Paint = (ink: Ink, text: string) => string

/** Select Graphic Rendition parameters (ECMA-48). */
const CODES: Record<Ink, number> = { pass: 32, warning: 33, error: 31, info: 36, strong: 1, soft: 2 }

/** A painter; without colours it gives every text back as it is. */
export const painter =
  (coloured: boolean): Paint =>
  (ink, text) =>
    coloured && text !== '' ? `\u001b[${CODES[ink]}m${text}\u001b[0m` : text

/** Whether a stream wants colours: a terminal does, unless NO_COLOR is set (no-color.org). */
export const wantsColour = (stream: { isTTY?: boolean }, env: Record<string, string | undefined>): boolean =>
  stream.isTTY === true && !env.NO_COLOR
