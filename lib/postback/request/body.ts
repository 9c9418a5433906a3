import type { BodyRow, Endpoint } from '../../model/endpoint.ts'
import type { Identifier } from '../../model/identifier.ts'
import type { PostbackRequest } from '../../model/postback.ts'
import { type FilledMacro, type Filling, fillText } from '../fill.ts'

interface Filled {
  text: string
  macros: FilledMacro[]
}

/** The body that an endpoint sends, filled; undefined where it has none. */
export function bodyOf(
  { body, method, ...filling }: Pick<Endpoint, 'body' | 'method' | 'mapping' | 'values' | 'secrets'>,
  identifiers: readonly Identifier[],
): { body: NonNullable<PostbackRequest['body']>; macros: FilledMacro[] } | undefined {
  if (method !== 'POST' || body.type === 'none') return undefined
  const rows = body.rows.filter(({ name }) => name !== '')
  const { text, macros } =
    body.type === 'form' ? formOf(rows, filling, identifiers) : jsonOf(rows, filling, identifiers)
  return { body: { type: body.type, text }, macros }
}

/** `application/x-www-form-urlencoded`, by the URL standard: a space is +. An unfilled macro stays as it is spelt. */
function formOf(rows: readonly BodyRow[], filling: Filling, identifiers: readonly Identifier[]): Filled {
  const filled = rows.map(({ name, value }) => {
    const { text, macros } = fillText(value, filling, identifiers, String)
    return { pair: new URLSearchParams([[name, text]]).toString(), macros }
  })
  return { text: filled.map(({ pair }) => pair).join('&'), macros: filled.flatMap(({ macros }) => macros) }
}

/** A JSON object; a dot in a name leads into one. Of two rows of one name the last counts. */
function jsonOf(rows: readonly BodyRow[], filling: Filling, identifiers: readonly Identifier[]): Filled {
  const root: Record<string, unknown> = Object.create(null)
  const macros: FilledMacro[] = []
  for (const { name, value, raw } of rows) {
    const filled = fillText(value, filling, identifiers, String)
    macros.push(...filled.macros)
    put(root, name.split('.'), raw ? asJson(filled.text) : filled.text)
  }
  return { text: JSON.stringify(root), macros }
}

/** Text that is no JSON stays text. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function put(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = root
  for (const step of path.slice(0, -1)) {
    const next = at[step]
    // Without a prototype, so that `__proto__` is a name like others.
    if (typeof next !== 'object' || next === null || Array.isArray(next)) at[step] = Object.create(null)
    at = at[step] as Record<string, unknown>
  }
  at[path.at(-1) ?? ''] = value
}
