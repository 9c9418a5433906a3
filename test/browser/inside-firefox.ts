import type { FirefoxSession } from '../../cli/browsers/launch-firefox.ts'

/** The driver's line to Firefox, which its types do not name. */
interface Line {
  connection: { send(method: string, parameters: object): Promise<{ result: unknown }> }
}

interface Window {
  context: string
  url: string
}

type Answer =
  | { type: 'success'; result: { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } }

/**
 * Runs code in Firefox's own window, where everything of it can be reached: it is started for tests with
 * `--remote-allow-system-access`.
 *
 * @param expression JavaScript that gives JSON, or a promise of it
 * @throws what the code throws
 */
export async function insideFirefox(session: FirefoxSession, expression: string): Promise<unknown> {
  const { connection } = session.browser as unknown as Line
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const window = (tree.result as { contexts: Window[] }).contexts.find(({ url }) => url.endsWith('/browser.xhtml'))
  if (!window) throw new Error('Firefox has no window')
  const { result } = await connection.send('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${expression})))()`,
    target: { context: window.context },
    awaitPromise: true,
  })
  const answer = result as Answer
  if (answer.type === 'exception') throw new Error(`inside Firefox: ${answer.exceptionDetails.text}`)
  return JSON.parse(String(answer.result.value))
}
