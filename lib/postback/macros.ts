/** A macro in a template's URL: `{clickid}` is named `clickid`. `start` and `end` are offsets of `raw` in the URL. */
export interface Macro {
  name: string
  raw: string
  start: number
  end: number
}

/** A name in single braces; `{{x}}` and `${x}` are other systems' syntax (see foreign-macros.ts). */
const MACRO = /(?<![{$])\{([A-Za-z_][\w.:-]{0,60})\}(?!\})/g

/**
 * The macros of a template, in order. One syntax is ours and gets filled: `{name}`, the one most trackers document.
 * Everything else that looks like a macro is sent as it stands, as its tracker would send it, and lint says so.
 */
export function macrosIn(url: string): Macro[] {
  return [...url.matchAll(MACRO)].map((match) => ({
    name: match[1] ?? '',
    raw: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** A template's text with its macros cut out. @param cut what stands in place of each */
export function withoutMacros(url: string, cut: string): string {
  let text = ''
  let at = 0
  for (const { start, end } of macrosIn(url)) {
    text += url.slice(at, start) + cut
    at = end
  }
  return text + url.slice(at)
}
