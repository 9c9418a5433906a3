import { MAX_BODY_LENGTH } from './limits.ts'

/** A request's body as webRequest.onBeforeRequest tells it: the fields of a form, or its bytes where it could not parse them. */
export interface RequestBody {
  formData?: Record<string, unknown[]> | undefined
  raw?: readonly unknown[] | undefined
}

/** The text fields of a form's body, urlencoded whatever the form's encoding was; empty where there are none. */
export function urlencodedBody(body: RequestBody | null | undefined): string {
  if (!body) return ''
  const fields = body.formData ? fieldsOf(body.formData) : plainFields(body.raw ?? [])
  return fields
    .map(([name, value]) => `${encodeField(name)}=${encodeField(value)}`)
    .join('&')
    .slice(0, MAX_BODY_LENGTH)
}

type Field = readonly [name: string, value: string]

const fieldsOf = (formData: Record<string, unknown[]>): Field[] =>
  Object.entries(formData).flatMap(([name, values]) =>
    values.filter((value) => typeof value === 'string').map((value): Field => [name, value]),
  )

/** Neither browser parses a form of `enctype=text/plain`: a line `name=value` for each field. */
function plainFields(pieces: readonly unknown[]): Field[] {
  const text = textOf(pieces)
  if (text === undefined || !/^[^{[<\r\n][^\r\n]*=/.test(text)) return []
  return text.split(/\r?\n/).flatMap((line): Field[] => {
    const at = line.indexOf('=')
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : []
  })
}

/** UTF-8 text; undefined where it is none. What stands behind the bound of a body is not read. */
function textOf(pieces: readonly unknown[]): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    for (const piece of pieces) {
      const bytes = (piece as { bytes?: unknown } | null)?.bytes
      if (!(bytes instanceof ArrayBuffer)) return undefined
      text += decoder.decode(bytes.slice(0, 4 * MAX_BODY_LENGTH), { stream: true })
      if (text.length >= MAX_BODY_LENGTH) return text
    }
    return text + decoder.decode()
  } catch {
    return undefined
  }
}

/** Percent-encoding that never throws: a lone surrogate becomes U+FFFD. */
const encodeField = (text: string) => encodeURIComponent(text.toWellFormed())
