import { type Check, EVERYWHERE } from './check.ts'
import { error, info, type Problem, warning } from './problem.ts'

/** What the background takes; far above what any server reads. */
const MAX_URL_LENGTH = 64 * 1024

const TWICE = /^\s*https?:\/\/https?:\/\//i
const HTTP = /^\s*https?:\/\//i
/** A host may be written without a scheme: what stands before its port is none. */
const OTHER_SCHEME = /^\s*(?!https?:|localhost:)([a-z][a-z0-9+-]*):/i
/** What was to be a scheme: none, one without its colon or slashes, one with a letter too few or too many. */
const LIKE_HTTP = /^(?:h[tp]{1,4}s?(?::\/{0,3}|\/{1,3})|\/{2})/i
/** A URL as a text or a mail has it. */
const QUOTED = /^\s*["'<(`]+(https?:\/\/[^\s]*?)["'>)`]+\s*$/i
const LOCAL = /(?:^|\.)localhost$|^127\.|^\[::1\]$/

/** Whether the URL can be asked for at all. */
export const address: Check = {
  modes: EVERYWHERE,
  find({ template, filled, mode }) {
    const { url } = filled
    const parsed = URL.parse(url)
    if (!HTTP.test(url) || !parsed) return unreachable(url, template.url)
    if (TWICE.test(template.url)) return [twice(template.url)]
    return [...lengthProblems(url), ...hostProblems(parsed, template.url, mode === 'template')]
  },
}

function unreachable(url: string, template: string): Problem[] {
  const bare = template.trim().replace(LIKE_HTTP, '')
  const isHost = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)/.test(bare)
  const scheme = URL.parse(url) && OTHER_SCHEME.exec(url)?.[1]
  if (scheme)
    return [
      error('not-http', `${scheme}: is not http or https`, 'Write the URL with https://.', {
        place: { start: 0, end: Math.max(0, template.indexOf(':') + 1) },
        ...(isHost && { mend: { label: 'Write https', url: `https://${bare}` } }),
      }),
    ]
  const place = { start: 0, end: template.length }
  const inner = QUOTED.exec(template)?.[1]
  if (inner !== undefined)
    return [
      error('not-a-url', 'There are quotes or brackets around the URL', 'They came along when it was copied.', {
        place,
        mend: { label: 'Take them out', url: inner },
      }),
    ]
  const fix = HTTP.test(url) ? 'Check the host, the first part after https://.' : 'Begin it with https:// and a host.'
  return [
    error('not-a-url', isHost ? 'https:// is missing' : 'This is not a URL', fix, {
      place,
      ...(isHost && { mend: { label: 'Add https://', url: `https://${bare}` } }),
    }),
  ]
}

function twice(url: string): Problem {
  const end = TWICE.exec(url)?.[0].length ?? 0
  return error('not-a-url', 'Its scheme is there twice', 'The second is read as the host.', {
    place: { start: 0, end },
    mend: { label: 'Keep one', url: url.trim().replace(/^https?:\/\/(?=https?:)/i, '') },
  })
}

const lengthProblems = (url: string): Problem[] =>
  url.length > MAX_URL_LENGTH
    ? [error('too-long', `The URL is ${url.length} characters long`, 'No server takes it. Shorten it.')]
    : []

function hostProblems({ protocol, hostname, username, password }: URL, template: string, ours: boolean): Problem[] {
  const problems: Problem[] = []
  const authority = /^\s*[a-z]+:\/\/([^/?#]*)/i.exec(template)
  const from = (authority?.[0].length ?? 0) - (authority?.[1]?.length ?? 0)
  const at = authority?.[1]?.lastIndexOf('@') ?? -1
  const place = { start: from, end: from + (authority?.[1]?.length ?? 0) }
  if (username !== '' || password !== '')
    problems.push(
      error(
        'credentials-in-url',
        'There is a user name or password in the URL',
        'Browsers refuse to send it. Take out everything between // and @.',
        {
          place: { start: from, end: from + at + 1 },
          mend: { label: 'Take it out', url: template.slice(0, from) + template.slice(from + at + 1) },
        },
      ),
    )
  if (protocol === 'http:' && !LOCAL.test(hostname))
    problems.push(
      warning('http', 'http, not https', 'Everyone on the way can read it, and many trackers redirect or refuse it.', {
        place: { start: 0, end: from },
        mend: { label: 'Use https', url: template.replace(/^\s*http:/i, 'https:') },
      }),
    )
  if (ours && /(?:^|\.)example$/.test(hostname))
    problems.push(
      info('example-host', `${hostname} is an example`, 'Put the host of your own tracker there.', { place }),
    )
  return problems
}
