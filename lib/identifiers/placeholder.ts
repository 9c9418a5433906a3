import { decodeOnce } from './decode.ts'

/** Macro syntaxes that mean nothing else, wherever they stand. Who uses which: Keitaro, Voluum, Meta, TikTok, DSPs … */
const LOUD: readonly RegExp[] = [
  /\$\{[\w.:-]{1,60}\}/,
  /\{\{[^{}]{1,60}\}\}/,
  /[#%]?\{\s?\$?[A-Za-z_][\w.:|-]{0,60}\s?\}/,
  /(?<![A-Za-z0-9])__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__(?![A-Za-z0-9])/,
  /##[A-Za-z0-9_]{2,40}(?:\([^#]{0,60}\))?##/,
  /!!![A-Za-z0-9_]{2,30}!!!/,
  /%%[A-Z][A-Z0-9_:]{2,60}%%/,
  /\*\|[A-Za-z][\w:]{1,40}\|\*/,
]

/** Syntaxes that also occur in ordinary text: they count as a whole value, or as a part set off by a delimiter. */
const QUIET =
  /(?:^|[_\-.|:~,])(\[{1,2}[A-Za-z][\w -]{1,40}\]{1,2}|<[A-Za-z_][\w -]{1,40}>|#[A-Za-z]\w{1,29}#|@[A-Za-z]\w{1,29}@|%[A-Z]{3,20}%|_[A-Z][A-Z0-9_]{2,40}_)(?:$|[_\-.|:~,])/

/** What every macro here has one of. Most values have none, and are done with. */
const MAY_BE_MACRO = /[{[<#@!%|]|__|^_[A-Z]/

const GUID_IN_BRACES = /^\{[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}$/i
/** What a script writes when the value was not there. */
const NO_VALUE = /^(?:undefined|null|NaN|\[object Object\])$/
/** Words that documentation puts where the value belongs. */
const STAND_IN =
  /^(?:REPLACE(?:_ME)?|OPTIONAL|REQUIRED|CLICK_?ID|SUB_?ID\d?|AFF_?SUB\d?|TRANSACTION_ID|YOUR_[A-Z_]{2,40})$/

/** Something that stands where a value should, as text: `{clickid}`, `__CLICKID__` … Null when there is none. */
export function macroIn(value: string): string | null {
  const spelt = findMacro(value)
  if (spelt !== null || !value.includes('%')) return spelt
  return findMacro(decodeOnce(value))
}

function findMacro(value: string): string | null {
  if (!MAY_BE_MACRO.test(value)) return null
  for (const syntax of LOUD) {
    const found = syntax.exec(value)?.[0]
    if (found && !GUID_IN_BRACES.test(found)) return found
  }
  const quiet = QUIET.exec(value)?.[1]
  return quiet && !NO_VALUE.test(quiet) ? quiet : null
}

/** As macroIn, and what a broken script or a forgotten stand-in leaves as the value of an identifier. */
export function placeholderIn(value: string): string | null {
  return NO_VALUE.test(value) || STAND_IN.test(value) ? value : macroIn(value)
}
