/**
 * Characters that a screen would hide, or that would turn the text around them: controls, zero-width and bidi marks,
 * tag characters, fillers, lone surrogates, and spaces that are not the usual one. They come from strangers, so they are
 * shown as what they are.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LATIN = /[a-z]/i
/** Letters of alphabets that share shapes with the Latin one, and the fullwidth and mathematical forms of the latter. */
const ALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/gu

function spelt(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

/**
 * A stranger's text, safe to read: characters nobody would see are spelt out, `U+202E` becomes `⟨U+202E⟩`, and so are
 * letters that pass for Latin ones within a word of these.
 */
export const visible = (text: string): string =>
  text.replace(WORD, (word) => (LATIN.test(word) ? word.replace(ALIKE, spelt) : word)).replace(UNSEEN, spelt)

/** As `visible`, of a text in lines: their ends and tabs stay. */
export const visibleLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n')
