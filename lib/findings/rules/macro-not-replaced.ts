import type { Carried } from '../../identifiers/carried.ts'
import { decodeOnce } from '../../identifiers/decode.ts'
import type { UrlParts } from '../../identifiers/split-url.ts'
import type { Hop } from '../../model/click-path.ts'
import { placeOf } from '../blame.ts'
import type { Rule } from '../rule.ts'
import { hopNumber, quote } from '../words.ts'

export const macroNotReplaced: Rule = {
  id: 'macro-not-replaced',
  severity: 'error',
  title: 'A placeholder stands where a value should',
  why: 'Every click then carries the same text: nothing can be attributed, and postbacks are refused.',
  fix: 'Use the macro that the sending platform knows, spelt as it spells it, in the place where it replaces macros.',
  check: (path) => {
    const told = new Set<string>()
    return path.readings.flatMap((reading, hop) => {
      const isFilled = reading.parameters.every(({ placeholder }) => placeholder === null)
      const found = [...(isFilled ? [] : reading.parameters.flatMap(inParameter)), ...inRawUrl(reading.url)]
      if (found.length === 0) return []
      const news = found.filter(({ macro }, at) => {
        const isRepeated = found.slice(0, at).some((other) => other.macro === macro && other.name === found[at]?.name)
        return !told.has(macro) && !isRepeated
      })
      for (const { macro } of news) told.add(macro)
      return news.map(({ name, macro, place }) => ({
        rule: 'macro-not-replaced',
        severity: 'error',
        hop,
        ...(name && { identifier: name }),
        title: NO_VALUE.test(macro)
          ? `${name} is ${macro} in the URL of ${hopNumber(hop)}`
          : `${macro} was not replaced in the URL of ${hopNumber(hop)}`,
        detail: `${placeOf(path.hops[hop])} was asked with ${quote(macro)} ${name ? `as ${name}` : `in its ${place}`}.`,
        fix: fixFor(macro, path.hops, hop),
      }))
    })
  },
}

/** What a script writes when the value was not there. */
const NO_VALUE = /^(?:undefined|null|NaN|\[object Object\])$/

function fixFor(macro: string, hops: readonly Hop[], hop: number): string {
  const builder = hop === 0 ? `the page or tool that makes the link to ${placeOf(hops[0])}` : placeOf(hops[hop - 1])
  if (NO_VALUE.test(macro))
    return `A script wrote ${macro} because the value was not there. On ${builder}, build the URL once the value is known, and leave the parameter out where there is none.`
  if (hop === 0)
    return `In the ad or the link that leads to ${placeOf(hops[hop])}, replace ${macro} by a macro that the platform knows.`
  return `On ${builder}, which builds this URL, replace ${macro} by a macro that it knows, or fill the value in.`
}

interface FoundMacro {
  name: string
  macro: string
  place: string
}

function inParameter({ name, placeholder, where, url }: Carried): FoundMacro[] {
  // In a nested URL it is a template for a later hop; in a store's referrer nobody comes who would fill it.
  const isTemplate = where === 'nested' || (url !== null && !url.startsWith('?'))
  if (placeholder === null || isTemplate) return []
  return [{ name, macro: placeholder, place: where }]
}

/** `?s1=<?= $id ?>`: code that the server never ran, whose `?` parts the value. The browser escapes what is round it. */
const SERVER_CODE = /(?:^|&)([\w-]+)=[^&]{0,40}?((?:<|%3C)\?(?!xml)[^&]{1,200}?\?(?:>|%3E))/i

/** `?s1=#reqid#`, `?s1=##CLICK_ID##`: from the first # on it is a fragment, and the parameter is empty. */
function inRawUrl({ query, fragment }: UrlParts): FoundMacro[] {
  const code = query?.includes('?') ? SERVER_CODE.exec(query) : null
  if (code) return [{ name: code[1] ?? '', macro: decodeOnce(code[2] ?? ''), place: 'query' }]
  if (!query?.endsWith('=')) return []
  const name = /(?:^|&)([\w-]+)=$/.exec(query)?.[1]
  const macro = /^#?[A-Za-z]\w{1,29}##?/.exec(fragment ?? '')?.[0]
  return name && macro ? [{ name, macro: `#${macro}`, place: 'query' }] : []
}
