import type { PostbackAttempt } from '../model/postback.ts'

/** From this length on a secret is taken out wherever it stands; a shorter one only where it stands by itself. */
const TELLING_LENGTH = 6

/** What a screen shows for a secret. */
export const MASK = '••••••'

/**
 * Takes secrets out of a text: in place of each stands its macro, `{token}`, so that the text can be filled again.
 * Found as it is, percent-encoded, as forms encode, and as JSON writes it.
 *
 * @param secrets macro name → value
 */
export function redact(text: string, secrets: Readonly<Record<string, string>>): string {
  return Object.entries(secrets)
    .flatMap(([name, value]) => spellings(value).map((spelling) => ({ name, spelling })))
    .toSorted((a, b) => b.spelling.length - a.spelling.length)
    .reduce((left, { name, spelling }) => left.replace(finder(spelling), () => `{${name}}`), text)
}

/** Fields that are words of ours, whatever a secret is. */
const OURS = new Set(['method', 'type', 'kind', 'startedAt'])

/** An attempt without its secrets, also where the receiver's answer repeats them. */
export function withoutSecrets(attempt: PostbackAttempt, secrets: Readonly<Record<string, string>>): PostbackAttempt {
  if (Object.values(secrets).every((value) => value === '')) return attempt
  const { request, redirects, failure, earlierTries } = attempt
  const response = attempt.response?.bodyTruncated
    ? { ...attempt.response, body: withoutCutSecret(attempt.response.body, secrets) }
    : attempt.response
  return {
    ...attempt,
    ...(redactStrings({ request, redirects, response, failure, earlierTries }, secrets) as Partial<PostbackAttempt>),
  }
}

/** A body that was cut inside a secret: what is left of the secret at its end goes too. */
function withoutCutSecret(body: string, secrets: Readonly<Record<string, string>>): string {
  for (const [name, value] of Object.entries(secrets))
    for (const spelling of spellings(value))
      for (let length = spelling.length - 1; length >= TELLING_LENGTH; length--)
        if (body.endsWith(spelling.slice(0, length))) return `${body.slice(0, -length)}{${name}}`
  return body
}

function redactStrings(value: unknown, secrets: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return redact(value, secrets)
  if (Array.isArray(value)) return value.map((item) => redactStrings(item, secrets))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, OURS.has(key) ? item : redactStrings(item, secrets)]),
  )
}

/** As it was typed, and without the space or line's end that was pasted with it, which a header goes out without. */
function spellings(value: string): string[] {
  return value === value.trim() ? spelt(value) : [...spelt(value), ...spelt(value.trim())]
}

function spelt(value: string): string[] {
  if (value === '') return []
  const encoded = encodeURIComponent(value.toWellFormed())
  return [
    ...new Set([
      value,
      encoded,
      // Lower-case escapes, as some servers write them.
      encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      encoded.replaceAll('%20', '+'),
      JSON.stringify(value).slice(1, -1),
    ]),
  ]
}

function finder(spelling: string): RegExp {
  const plain = spelling.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return new RegExp(spelling.length < TELLING_LENGTH ? `(?<![\\w{])${plain}(?![\\w}])` : plain, 'g')
}
