import type { BrowserSession } from '../../cli/browsers/session.ts'

/** Opens URLs at once, each in a tab of its own behind the one that is looked at. @returns a way to close them */
export async function openTabs(session: BrowserSession, urls: readonly string[]): Promise<() => Promise<void>> {
  const page = await session.openExtensionPage('popup.html')
  const api = '(globalThis.browser ?? chrome).tabs'
  const tabs = await page.evaluate<number[]>(
    `Promise.all(${JSON.stringify(urls)}.map((url) => ${api}.create({ url, active: false }).then(({ id }) => id)))`,
  )
  return async () => {
    await page.evaluate(`${api}.remove(${JSON.stringify(tabs)})`)
    await page.close()
  }
}
