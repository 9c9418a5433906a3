import type { Identifier } from '../model/identifier.ts'
import type { PostbackTemplate } from '../model/postback.ts'
import { identifierForMacro, identifierNamed } from './choose-identifier.ts'
import { macrosIn } from './macros.ts'

/** What fills a macro: an identifier of the path, text that the user typed, or a secret that is kept apart. */
export type MacroSource = { kind: 'identifier'; name: string } | { kind: 'text' } | { kind: 'secret' }

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

/** What is known to fill macros with. */
export type Filling = Pick<PostbackTemplate, 'mapping' | 'values'> & {
  /** Macro name → token. */
  secrets?: Readonly<Record<string, string>>
}

/** The identifier that fills a macro: the one the user chose, else the one its name means. */
export function identifierOf(
  macro: string,
  { mapping }: Pick<Filling, 'mapping'>,
  identifiers: readonly Identifier[],
): Identifier | undefined {
  const chosen = Object.hasOwn(mapping, macro) ? mapping[macro] : undefined
  return chosen === undefined ? identifierForMacro(macro, identifiers) : identifierNamed(chosen, identifiers)
}

/**
 * Fills a template from a click's identifiers: its secrets first, then the user's mapping, the user's text, then by name.
 *
 * An identifier gives its value as it was first seen, which is as its issuer issued it: that is the value a tracker can
 * match. Where the funnel damaged it on the way, lint says that a live postback would carry the damaged one.
 */
export function fill(template: Filling & { url: string }, identifiers: readonly Identifier[]): FilledPostback {
  const { text, macros } = fillText(template.url, template, identifiers, encodeValue)
  return { url: text, macros }
}

/**
 * Fills the macros of any text.
 *
 * @param encode writes a value as the place it goes to wants it
 */
export function fillText(
  template: string,
  filling: Filling,
  identifiers: readonly Identifier[],
  encode: (value: string) => string,
): { text: string; macros: FilledMacro[] } {
  const macros: FilledMacro[] = []
  // A hostile template has one macro ten thousand times.
  const known = new Map<string, FilledMacro>()
  let text = ''
  let at = 0
  for (const { name, raw, start, end } of macrosIn(template)) {
    const macro = known.get(name) ?? fillMacro(name, filling, identifiers)
    known.set(name, macro)
    macros.push(macro)
    text += template.slice(at, start) + (macro.value === null ? raw : encode(macro.value))
    at = end
  }
  return { text: text + template.slice(at), macros }
}

function fillMacro(name: string, filling: Filling, identifiers: readonly Identifier[]): FilledMacro {
  const { mapping, values, secrets = {} } = filling
  if (Object.hasOwn(secrets, name)) return { name, source: { kind: 'secret' }, value: secrets[name] || null }
  const mapped = Object.hasOwn(mapping, name) ? mapping[name] : undefined
  const text = Object.hasOwn(values, name) ? values[name] : undefined
  if (mapped === undefined && text !== undefined) return { name, source: { kind: 'text' }, value: text }
  const identifier = identifierOf(name, filling, identifiers)
  const source = identifier?.name ?? mapped
  if (source === undefined) return { name, source: null, value: null }
  return { name, source: { kind: 'identifier', name: source }, value: identifier?.value ?? null }
}

/** One encoding serves query, path and fragment: it leaves no character that means something in any of them. */
export const encodeValue = (value: string): string => encodeURIComponent(value.toWellFormed())
