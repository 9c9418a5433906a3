import type { ExtensionPage } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'

/** A browser that said nothing for this long has nothing more to say: longer than any timer of a recorded page. */
const REST_MS = 1_300
const PATIENCE_MS = 45_000

/** What an extension that keeps its log has heard since the last `clear`. */
export class EventLog {
  private readonly page: ExtensionPage

  /** @param page any page of the extension */
  constructor(page: ExtensionPage) {
    this.page = page
  }

  clear = () => this.page.evaluate('(globalThis.browser ?? chrome).storage.session.clear()')

  /** In the order of arrival. */
  async events(): Promise<CaptureEvent[]> {
    const items = await this.page.evaluate<Record<string, CaptureEvent>>(
      '(globalThis.browser ?? chrome).storage.session.get(null)',
    )
    return Object.entries(items)
      .filter(([key]) => key.startsWith('log:'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, event]) => event)
  }

  /** Resolves when nothing was added for a while. */
  async rest(): Promise<void> {
    let count = -1
    let since = performance.now()
    await waitUntil('the browser to rest', PATIENCE_MS, async () => {
      const now = (await this.events()).length
      if (now !== count) since = performance.now()
      count = now
      return count > 0 && performance.now() - since >= REST_MS
    })
  }
}
