import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page, a line each. @param runOnly ids of the rules that are asked; all where none are given */
async function axeViolations(page: Page, runOnly?: string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (runOnly) => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe
    const { violations } = await run(document, runOnly ? { runOnly } : {})
    return violations.map(
      ({ id, nodes }) =>
        `axe ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    )
  }, runOnly)
}

/** What is wider than its room, and a popup that is higher than its own: such a thing makes it jump or cuts it off. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    const isPopup = document.querySelector('.popup') !== null
    const found = [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide, its window ${clientWidth}`] : []),
      ...(isPopup && scrollHeight > clientHeight ? [`the popup is ${scrollHeight} high`] : []),
    ]
    for (const box of document.querySelectorAll('.popup, .report, .report-scroll, .panel'))
      if (box.scrollWidth > box.clientWidth + 1) found.push(`.${box.className} is ${box.scrollWidth} wide`)
    return found
  })
}

/** A page of a thousand hops must cost no more than this. */
const MOST_ELEMENTS = 4000

/** Everything that a look at one story finds wrong, in the light and in the dark; empty when it is as it should be. */
export async function look(page: Page): Promise<string[]> {
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const found = elements > MOST_ELEMENTS ? [`${elements} elements`] : []
  found.push(...(await axeViolations(page)), ...(await overflow(page)))
  // Nothing but the colours is another in the dark.
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await axeViolations(page, ['color-contrast'])).map((line) => `in the dark: ${line}`))
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
