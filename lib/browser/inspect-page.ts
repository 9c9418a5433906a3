import type { Analysis } from '../analysis/analysis.ts'
import type { CaptureEvent } from '../model/capture-event.ts'
import { PageAnswer } from '../model/page-question.ts'
import type { Recording } from '../recording/recording.ts'

/** A page that is too busy to answer within this time is shown without its word. */
const PATIENCE_MS = 4_000

export interface InspectDeps {
  recording(): Promise<Recording>
  analysis(): Promise<Analysis>
  record(event: CaptureEvent): Promise<void>
  /** Asks the top frame of a tab's page. */
  askPage(tabId: number, question: unknown): Promise<unknown>
  /** Milliseconds since the epoch. */
  now(): number
}

/**
 * Asks the last document of a tab's path what it keeps of the click and where it links, and records its answer. Pages
 * are asked when somebody looks, and at no other time: see docs/ARCHITECTURE.md.
 *
 * @returns whether it answered: a page that is gone, or was there before the extension, does not
 */
export async function inspectPage(tabId: number, deps: InspectDeps): Promise<boolean> {
  const [recording, analysis] = await Promise.all([deps.recording(), deps.analysis()])
  const asked = analysis.questionFor(recording, tabId)
  if (!asked) return false
  const { data: answer } = PageAnswer.safeParse(await answerTo(deps.askPage(asked.tabId, asked.question)))
  if (!answer) return false
  await deps.record(analysis.pageFact(await deps.recording(), asked.tabId, answer, deps.now()))
  return true
}

function answerTo(asked: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS)
    asked
      .catch(() => undefined)
      .then((answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
  })
}
