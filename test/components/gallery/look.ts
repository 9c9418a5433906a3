import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page, a line each. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document)
    return violations.map(
      ({ id, nodes }) =>
        `axe ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    )
  })
}

/** What in a popup is wider or higher than the popup: such a thing makes it jump or cuts it off. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    const found = scrollWidth > 600 || scrollHeight > 600 ? [`page is ${scrollWidth}×${scrollHeight}`] : []
    for (const box of document.querySelectorAll('.popup, .report, .report-scroll, .panel'))
      if (box.scrollWidth > box.clientWidth + 1) found.push(`.${box.className} is ${box.scrollWidth} wide`)
    return found
  })
}

/** A page of a thousand hops must cost no more than this. */
const MOST_ELEMENTS = 4000

/** Everything a look at one story finds wrong; empty when it is as it should be. */
export async function look(page: Page): Promise<string[]> {
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const many = elements > MOST_ELEMENTS ? [`${elements} elements`] : []
  return [...(await axeViolations(page)), ...(await overflow(page)), ...many]
}
