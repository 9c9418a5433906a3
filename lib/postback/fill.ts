import type { Identifier } from '../model/identifier.ts'
import type { PostbackTemplate } from '../model/postback.ts'
import { identifierForMacro, identifierNamed } from './choose-identifier.ts'
import { macrosIn } from './macros.ts'

/** What fills a macro: an identifier of the path, or text that the user typed. */
export type MacroSource = { kind: 'identifier'; name: string } | { kind: 'text' }

export interface FilledMacro {
  name: string
  /** Null: nothing fills it. */
  source: MacroSource | null
  /** Not yet encoded. Null: it stays in the URL as it is, also where its source is an identifier this path has not. */
  value: string | null
}

export interface FilledPostback {
  /** Each value percent-encoded once; nothing else of the template is touched. */
  url: string
  /** One for every occurrence, in order. */
  macros: FilledMacro[]
}

/** The identifier that fills a macro: the one the user chose, else the one its name means. */
export function identifierOf(
  macro: string,
  { mapping }: PostbackTemplate,
  identifiers: readonly Identifier[],
): Identifier | undefined {
  const chosen = Object.hasOwn(mapping, macro) ? mapping[macro] : undefined
  return chosen === undefined ? identifierForMacro(macro, identifiers) : identifierNamed(chosen, identifiers)
}

/**
 * Fills a template from a click's identifiers: the user's mapping first, then the user's text, then by name.
 *
 * An identifier gives its value as it was first seen, which is as its issuer issued it: that is the value a tracker can
 * match. Where the funnel damaged it on the way, lint says that a live postback would carry the damaged one.
 */
export function fill(template: PostbackTemplate, identifiers: readonly Identifier[]): FilledPostback {
  const macros: FilledMacro[] = []
  let url = ''
  let at = 0
  for (const { name, raw, start, end } of macrosIn(template.url)) {
    const macro = fillMacro(name, template, identifiers)
    macros.push(macro)
    url += template.url.slice(at, start) + (macro.value === null ? raw : encode(macro.value))
    at = end
  }
  return { url: url + template.url.slice(at), macros }
}

function fillMacro(name: string, template: PostbackTemplate, identifiers: readonly Identifier[]): FilledMacro {
  const { mapping, values } = template
  const mapped = Object.hasOwn(mapping, name) ? mapping[name] : undefined
  const text = Object.hasOwn(values, name) ? values[name] : undefined
  if (mapped === undefined && text !== undefined) return { name, source: { kind: 'text' }, value: text }
  const identifier = identifierOf(name, template, identifiers)
  const source = identifier?.name ?? mapped
  if (source === undefined) return { name, source: null, value: null }
  return { name, source: { kind: 'identifier', name: source }, value: identifier?.value ?? null }
}

/** One encoding serves query, path and fragment: it leaves no character that means something in any of them. */
const encode = (value: string): string => encodeURIComponent(value.toWellFormed())
