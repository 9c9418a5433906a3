import { error, info, type Problem, warning } from './problem.ts'
import { queryFields, queryOf } from './query-fields.ts'

/** What the background takes; far above what any server reads. */
const MAX_URL_LENGTH = 64 * 1024

const HTTP = /^\s*https?:\/\//i
/** A host may be written without a scheme: what stands before its port is none. */
const OTHER_SCHEME = /^\s*(?!https?:|localhost:)([a-z][a-z0-9+-]*):/i

/** Whether the URL can be asked for at all, and whether it says what its writer meant. */
export function lintUrl(url: string): Problem[] {
  const parsed = URL.parse(url)
  if (HTTP.test(url) && parsed) return [...hostProblems(parsed), ...spellingProblems(url), ...fieldProblems(url)]
  const scheme = parsed && OTHER_SCHEME.exec(url)?.[1]
  if (scheme) return [error('not-http', `${scheme}: is not http or https`, 'Write the URL with https://.')]
  const fix = HTTP.test(url) ? 'Check the host, the first part after https://.' : 'Begin it with https:// and a host.'
  return [error('not-a-url', 'This is not a URL', fix)]
}

function hostProblems({ protocol, hostname, username, password }: URL): Problem[] {
  const problems: Problem[] = []
  if (username !== '' || password !== '')
    problems.push(
      error(
        'credentials-in-url',
        'There is a user name or password in the URL',
        'Browsers refuse to send it. Take out everything between // and @.',
      ),
    )
  if (protocol === 'http:' && !/(?:^|\.)localhost$|^127\.|^\[::1\]$/.test(hostname))
    problems.push(
      warning('http', 'http, not https', 'Everyone on the way can read it, and many trackers redirect or refuse it.'),
    )
  if (/(?:^|\.)example$/.test(hostname))
    problems.push(info('example-host', `${hostname} is an example`, 'Put the host of your own tracker there.'))
  return problems
}

function spellingProblems(url: string): Problem[] {
  const problems: Problem[] = []
  if (url.length > MAX_URL_LENGTH)
    problems.push(error('too-long', `The URL is ${url.length} characters long`, 'No server takes it. Shorten it.'))
  if (/\s/.test(url.trim()))
    problems.push(
      warning(
        'space',
        'There is a space or a line break in the URL',
        'Take it out. Where a space is meant, write %20.',
      ),
    )
  if (queryOf(url).includes('?'))
    problems.push(
      warning(
        'second-question-mark',
        'There is a second ? in the URL',
        'Only the first begins the parameters: join them with &, and write %3F inside a value.',
      ),
    )
  if (/#./s.test(url))
    problems.push(
      warning('fragment', 'Nothing after # is sent', 'Put the parameters before it, and write %23 inside a value.'),
    )
  return problems
}

function fieldProblems(url: string): Problem[] {
  const fields = queryFields(url)
  const names = fields.map(({ name }) => name)
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) < at && !name.endsWith(']')))
  const empty = new Set(fields.filter(({ value }) => value === '').map(({ name }) => name))
  return [
    ...[...repeated].map((name) =>
      warning(
        'duplicate-parameter',
        `${name} is there more than once`,
        'Some trackers read the first, some the last. Keep one.',
      ),
    ),
    ...[...empty].map((name) =>
      warning('empty-value', `${name} is empty`, 'Give it a value, or take the parameter out.'),
    ),
  ]
}
