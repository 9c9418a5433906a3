import { type Asked, ask } from './ask.ts'

/** A request as a browser would make it. */
export type Asking = { url: string; method: 'GET' | 'POST'; body: string }

export type Visit = Asking & { status: number | null }

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)

/** What matches first, and its first group. */
const found = (body: string, pattern: RegExp): string | undefined => pattern.exec(body)?.[1]

/** Where an answer leads: by header, by meta refresh, by script, by form, by button; undefined when it is the end. */
function leadsTo({ headers, body }: Asked, from: string): Asking | undefined {
  const get = (url: string | undefined): Asking | undefined =>
    url === undefined ? undefined : { url: resolved(url, from), method: 'GET', body: '' }
  const script = found(body, /(?:location\.href = |location\.\w+\(|window\.open\()("(?:[^"\\]|\\.)*")/)
  const attribute =
    found(body, /http-equiv="refresh" content="\d+;url=([^"]*)"/) ?? found(body, /id="cta" href="([^"]*)"/)
  return (
    get(headers.location) ??
    get(found(String(headers.refresh ?? ''), /^\d+;url=(.*)$/)) ??
    get(script && (JSON.parse(script) as string)) ??
    get(attribute && unescaped(attribute)) ??
    formIn(body)
  )
}

/** Relative to the page it stands on; an absolute URL stays as it is, byte for byte. */
const resolved = (url: string, from: string): string => (/^https?:/.test(url) ? url : new URL(url, from).href)

/** The form a page holds, as a browser sends it: a GET form's fields take the place of its action's query. */
function formIn(page: string): Asking | undefined {
  const form = /<form[^>]* method="(get|post)" action="([^"]*)"/.exec(page)
  if (!form) return undefined
  const action = unescaped(form[2] ?? '')
  const fields = [...page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const data = new URLSearchParams(fields.map(([, name, value]) => [unescaped(name ?? ''), unescaped(value ?? '')]))
  if (form[1] === 'post') return { url: action, method: 'POST', body: data.toString() }
  return { url: `${action.split('?', 1)[0]}?${data}`, method: 'GET', body: '' }
}

/** Walks a funnel as a browser would that cannot change its address bar. Gives up after `limit` visits. */
export async function walk(start: string, limit = 25): Promise<Visit[]> {
  const visits: Visit[] = []
  let next: Asking | undefined = { url: start, method: 'GET', body: '' }
  while (next && visits.length < limit) {
    const asking: Asking = next
    const answer = await ask(asking.url, asking).catch(() => null)
    visits.push({ ...asking, status: answer?.status ?? null })
    next = answer ? leadsTo(answer, asking.url) : undefined
  }
  return visits
}
