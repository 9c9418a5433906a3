import type { Funnel } from '../../lib/model/funnel.ts'
import { ADS, POSTBACK } from '../../test/funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../../test/funnel/server.ts'

/** The same port each time, so that postback templates which were saved go on working. */
const PORT = 4820

/** The ad that is walked where nobody is there to choose one: the loss that Clickpath is for. */
const SHOWN_AD = 'tracker-drops-fbclid'

/** Serves the demo funnel: on its usual port, or on any where that one is taken. */
export async function startDemo(): Promise<DemoFunnel> {
  return startFunnel({ port: PORT }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return startFunnel()
    throw error
  })
}

/** The page where every click of the demo begins. */
export const firstPage = (demo: DemoFunnel): string => demo.url(ADS, '/')

/** What a person would do on the demo's first page: press an ad, then the landing page's button. */
export const demoWalk = (demo: DemoFunnel): Funnel => ({
  name: 'demo',
  url: firstPage(demo),
  steps: [{ click: `#ad-${SHOWN_AD}` }, { click: '#cta' }],
})

/** What to do next, for whoever looks at the open browser. */
export const demoHelp = (demo: DemoFunnel): string => `
The demo funnel is at ${firstPage(demo)}

  1. Press an ad, then the button of the landing page.
  2. Open Clickpath: the puzzle piece in the toolbar, then Clickpath. It says what became of the click ID.
  3. Fire a test postback. The demo's own receiver takes it at
     ${demo.url(POSTBACK, '/postback')}?cid={clickid}&payout={payout}&status={status}
     and shows what came in at ${demo.url(POSTBACK, '/conversions')}

Close the browser, or press Ctrl+C here, to end.
`
