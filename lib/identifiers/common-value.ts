/** Of the words and numbers below; a date may have a time behind it. */
const LONGEST_WORD = 14
const LONGEST_DATE = 40
/** What under this many characters two parameters may hold by chance. */
const SHORT = 4

const WORDS = new Set(
  (
    'true false null none undefined unknown default direct other empty ' +
    'mobile desktop tablet phone android iphone ipad windows macos linux chrome safari firefox edge opera ' +
    'argentina australia austria belgium brazil canada chile china colombia denmark egypt finland france germany ' +
    'greece hungary india indonesia ireland israel italy japan kenya malaysia mexico morocco netherlands nigeria ' +
    'norway pakistan peru philippines poland portugal romania russia singapore spain sweden switzerland taiwan ' +
    'thailand turkey ukraine vietnam ' +
    'english french german spanish italian portuguese dutch polish russian japanese chinese korean'
  ).split(' '),
)
const COUNTRIES_OF_TWO_WORDS =
  /^(?:united[ _+-](?:states|kingdom)|(?:south|north)[ _+-](?:africa|korea)|new[ _+-]zealand)$/

/** Without separators a month and a day have two digits each: `1988722` is a number. */
const DATE =
  /^(?:19|20)\d\d(?:[-/._](?:0?[1-9]|1[0-2])(?:[-/._](?:0?[1-9]|[12]\d|3[01]))?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?)?(?:[T +]\d\d:?\d\d.*)?$/
const DAY_FIRST = /^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d$/
const LOCALE = /^[a-z]{2}[-_][a-z]{2}$/i
/** Prices and the like. */
const SMALL_NUMBER = /^-?\d{1,4}[.,]\d{1,2}$/

/**
 * Whether a value is too short or too common to be told from another of its like: it is followed under its own name
 * only, and nobody misses it.
 */
export function isCommonValue(value: string): boolean {
  if (value.length < SHORT) return true
  if (value.length > LONGEST_WORD) return value.length <= LONGEST_DATE && DATE.test(value)
  const lower = value.toLowerCase()
  return (
    WORDS.has(lower) ||
    COUNTRIES_OF_TWO_WORDS.test(lower) ||
    LOCALE.test(value) ||
    SMALL_NUMBER.test(value) ||
    DATE.test(value) ||
    DAY_FIRST.test(value)
  )
}
