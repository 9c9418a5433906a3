import type { BrowserSession, ExtensionPage } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'

const PATIENCE_MS = 20_000

/** The popup of a tab, as a page of its own in the size that the browsers give it; used by what a person sees on it. */
export async function openPopup(session: BrowserSession, tabId: number) {
  const page = await session.openExtensionPage(`popup.html?tab=${tabId}`, { width: 600, height: 600 })
  return usedPage(page)
}

export type Popup = ReturnType<typeof usedPage>

/** A page of the extension, used by what a person sees on it. */
export function usedPage(page: ExtensionPage) {
  const text = () => page.evaluate<string>('document.body.innerText')
  /** Runs code on the element found; `found` is the element. */
  const on = (what: string, find: string, run: string) =>
    waitUntil(what, PATIENCE_MS, () =>
      page.evaluate<boolean>(`(() => { const found = ${find}; if (!found) return false; ${run}; return true })()`),
    )
  const named = (role: string, name: string) =>
    `[...document.querySelectorAll(${JSON.stringify(role)})].find((e) => !e.disabled && e.checkVisibility() &&
      (e.getAttribute('aria-label') ?? e.innerText).replace(/\\s+/g, ' ').trim().startsWith(${JSON.stringify(name)}))`
  const labelled = (label: string) =>
    `(() => { const l = [...document.querySelectorAll('label')].find((e) => e.innerText.trim().startsWith(${JSON.stringify(label)}));
      return l && (l.control ?? l.querySelector('input, textarea, select')) ||
        document.querySelector('[aria-label^=' + ${JSON.stringify(JSON.stringify(label))} + ']') })()`
  return {
    page,
    text,
    tab: (name: string) => on(`the tab ${name}`, named('[role=tab]', name), 'found.click()'),
    press: (name: string) => on(`the button ${name}`, named('button', name), 'found.click()'),
    type: (label: string, value: string) =>
      on(
        `the field ${label}`,
        labelled(label),
        `const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(found), 'value').set;
         set.call(found, ${JSON.stringify(value)});
         found.dispatchEvent(new Event('input', { bubbles: true })); found.dispatchEvent(new Event('change', { bubbles: true }))`,
      ),
    /** Waits for words to be seen, and shows what was there instead where they never come. */
    async sees(words: string | RegExp): Promise<string> {
      let last = ''
      try {
        return await waitUntil(`the page to say ${words}`, PATIENCE_MS, async () => {
          last = await text()
          return (typeof words === 'string' ? last.includes(words) : words.test(last)) && last
        })
      } catch (error) {
        throw new Error(`${(error as Error).message}; it says\n${last}`)
      }
    },
    close: () => page.close(),
  }
}
