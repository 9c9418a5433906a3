/** Languages in which a country's name is known, the first one that has it counts. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl']

/** Regions that browsers can name and ISO 3166-1 does not assign to a country. Source: Unicode CLDR, region validity. */
const NO_COUNTRY = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ'.split(' '))

/** What people write for a code, and ISO 3166-1 does not list as one. */
const SHORT: Readonly<Record<string, string>> = { uk: 'gb', usa: 'us', uae: 'ae' }

/**
 * The lower-case two-letter code of a country (ISO 3166-1 alpha-2) for its code or its name; a name that is not known comes
 * back in its letters a to z. The names are the browser's own (`Intl.DisplayNames`, from Unicode CLDR).
 */
export function countryCode(text: string): string {
  const letters = plain(text)
  return SHORT[letters] ?? (letters.length > 2 ? names().get(letters) : undefined) ?? letters
}

let known: Map<string, string> | undefined

/** Name → code, made when the first name is looked up: two thousand names take some milliseconds. */
function names(): Map<string, string> {
  if (known) return known
  known = new Map()
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of codes()) {
      const name = plain(display.of(code) ?? '')
      if (name !== '' && !known.has(name)) known.set(name, code.toLowerCase())
    }
  }
  return known
}

/** Every code of two letters that stands for itself: `UK` and `DD` stand for others. */
function codes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.has(code) && new Intl.Locale(`und-${code}`).region === code)
}

/** Letters a to z alone, accents taken off: `Österreich` as `osterreich`. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
