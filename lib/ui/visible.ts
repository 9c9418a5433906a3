/**
 * Characters that a screen would hide, or that would turn the text around them: controls, zero-width and bidi marks,
 * tag characters and lone surrogates. They come from strangers, so they are shown as what they are.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A stranger's text, safe to read: characters nobody would see are spelt out, `U+202E` becomes `⟨U+202E⟩`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}
