import { type Case, CLICK_MS, END, hop, ID, LP, typed } from './case.ts'

/** A page that has the browser load another one before anybody asks for it. Firefox does not. */
const speculation = (kind: 'prefetch' | 'prerender', reached: boolean): Case => {
  const page = reached ? '/there' : '/never'
  const rules = { [kind]: [{ source: 'list', urls: [`${page}?${ID}`], eagerness: 'immediate' }] }
  return {
    id: `${kind}-${reached ? 'reached' : 'never-reached'}`,
    only: 'chromium',
    alone: true,
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<script type=speculationrules>${JSON.stringify(rules)}</script><a id=go href="${reached ? `${page}?${ID}` : LP}">go</a>`,
      },
      [`ads.localhost${page}`]: { html: reached ? '' : `<script>history.replaceState({}, '', '/never-seen')</script>` },
    },
    walk: async ({ tab, url, asked, rest }) => {
      await tab.goto(url(`ads.localhost/page?${ID}`))
      await asked(`ads.localhost${page}`)
      await rest()
      await tab.click('#go', CLICK_MS)
    },
    expected: { paths: [[typed, hop(reached ? 'ads.localhost/there' : 'lp.localhost/end', 'link')]] },
  }
}

/**
 * What was asked for, and never shown; and what was shown because it had been asked for.
 *
 * Chromium renders nothing ahead in a tab that a driver is attached to (`PrerenderingDisabledByDevTools`), and headless it
 * asks again. What it does for a person is in the fixtures `prerender-activated`, `prerender-dropped` and `prefetch-used`:
 * recorded once from a window on a virtual screen, with the driver in the extension's page alone and a click of the mouse.
 */
export const SPECULATION: readonly Case[] = (['prefetch', 'prerender'] as const).flatMap((kind) => [
  speculation(kind, false),
  speculation(kind, true),
])
