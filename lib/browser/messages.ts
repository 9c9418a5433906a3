import { PageReport } from '../model/page-report.ts'

/** Who sent a message, as far as it matters. */
export interface Sender {
  id?: string | undefined
  /** URL of the page or frame it comes from. */
  url?: string | undefined
  tab?: { id?: number | undefined } | undefined
}

export interface Handlers {
  report(report: PageReport, tabId: number): void
  command(message: unknown): Promise<unknown>
}

/**
 * Answers the extension's own messages. A content script lives in a stranger's page, so all it may do is report;
 * commands are taken from the extension's own pages alone, and checked where they are carried out. Anything else is
 * refused without a word.
 *
 * @param self id of the extension and the origin of its pages, such as `chrome-extension://…/`
 */
export function answer(
  message: unknown,
  sender: Sender,
  self: { id: string; origin: string },
  handlers: Handlers,
): Promise<unknown> | undefined {
  if (sender.id !== self.id) return undefined
  if (sender.url?.startsWith(self.origin)) return handlers.command(message)
  const tabId = sender.tab?.id
  const report = PageReport.safeParse(message)
  if (report.success && tabId !== undefined) handlers.report(report.data, tabId)
  return undefined
}

/**
 * Gives a listener's promise as the answer, in the way that both browsers understand: `true` keeps the channel open.
 * An error goes to the asker in words.
 */
export function replying(
  listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined,
): (message: unknown, sender: Sender, reply: (answer: Reply) => void) => boolean {
  return (message, sender, reply) => {
    const answer = listener(message, sender)
    answer?.then(
      (value) => reply({ value }),
      (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }),
    )
    return answer !== undefined
  }
}

export type Reply = { value: unknown } | { error: string }
