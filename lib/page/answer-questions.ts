import type { PageAnswer, PageQuestion } from '../model/page-question.ts'
import { aimingPage } from './aiming-page.ts'
import { keptValues } from './kept-values.ts'
import { outboundLinks } from './outbound-links.ts'

/** A page that has not loaded by now is read as it is. */
const PATIENCE_MS = 2_000

/** The part of `runtime.onMessage` that is used. */
interface Messages {
  addListener(
    listener: (message: unknown, sender: unknown, reply: (answer: PageAnswer) => void) => true | undefined,
  ): void
}

/**
 * Answers the background's question of what the page keeps and where it links, once it has loaded. Unasked, nothing of
 * the page is read.
 */
export function answerQuestions(window: Window, messages: Messages): void {
  messages.addListener((message, _sender, reply) => {
    const question = message as PageQuestion
    if (question?.type !== 'inspect-page') return undefined
    whenLoaded(window, () => reply(inspect(window, question)))
    // Keeps the channel open in both browsers.
    return true
  })
}

function inspect(window: Window, { names }: PageQuestion): PageAnswer {
  const { document } = window
  const { links, more } = outboundLinks(document, aimingPage(document))
  const kept = keptValues({ cookies: () => document.cookie, storage: (shelf) => window[shelf] }, names)
  return { url: document.URL, kept, links, ...(more > 0 && { moreLinks: more }) }
}

function whenLoaded(window: Window, then: () => void): void {
  if (window.document.readyState === 'complete') then()
  else {
    let waiting = true
    const once = () => {
      if (waiting) then()
      waiting = false
    }
    window.addEventListener('load', once)
    setTimeout(once, PATIENCE_MS)
  }
}
