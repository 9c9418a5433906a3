import type { Page } from 'playwright-core'

/** What the view on a page has called by that name so far. */
export const calls = (page: Page, name: string) =>
  page.evaluate((wanted) => window.called.filter(([called]) => called === wanted).map(([, ...told]) => told), name)
