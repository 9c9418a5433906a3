import { resolve } from 'node:path'
import { judge } from '../lib/findings/judge.ts'
import type { Funnel } from '../lib/model/funnel.ts'
import { ensureBrowser } from './browsers/install-browser.ts'
import { launchChromium } from './browsers/launch-chromium.ts'
import { ensureBuild } from './build.ts'
import { print, runCommand, say } from './command.ts'
import { painter, wantsColour } from './print/paint.ts'
import { pathText } from './print/path-text.ts'
import { callerFolder } from './root.ts'
import { demoHelp, demoWalk, firstPage, startDemo } from './start/demo.ts'
import { hasDisplay } from './start/display.ts'
import { savePopup } from './start/picture.ts'
import { EXIT, Trouble } from './trouble.ts'
import { startSession } from './walk/start-session.ts'
import { urlProblem } from './walk/url-problem.ts'
import { walkFunnel } from './walk/walk-funnel.ts'

const PICTURE = 'clickpath-popup.png'
const SETTLE_MS = 1000

/** `npm start [-- URL]`: a browser with the extension in it, on the demo funnel or on a URL. */
await runCommand(async () => {
  const [url] = process.argv.slice(2)
  const problem = url === undefined ? undefined : urlProblem(url)
  if (problem) throw new Trouble(problem)
  const demo = url === undefined ? await startDemo() : undefined
  try {
    if (hasDisplay(process.platform, process.env)) {
      await show(url ?? (demo ? firstPage(demo) : ''), demo ? demoHelp(demo) : `\nOn ${url}\n`)
    } else {
      say('There is no display: the click is walked without a window.')
      await walkUnseen(demo ? demoWalk(demo) : { name: url ?? '', url: url ?? '' })
    }
  } finally {
    await demo?.close()
  }
  return EXIT.done
})

/** Opens a window and stays until it is closed. */
async function show(url: string, help: string): Promise<void> {
  const executable = await ensureBrowser('chromium', say)
  const extension = await ensureBuild('chromium', say)
  const { context, closed } = await launchChromium({ executable, extension, headed: true })
  const page = context.pages()[0] ?? (await context.newPage())
  // A page that does not come shows so by itself.
  page.goto(url).catch(() => {})
  await print(help)
  await closed
}

async function walkUnseen(funnel: Funnel): Promise<void> {
  const session = await startSession('chromium', false, say)
  try {
    say(`${session.version()}: ${funnel.url}`)
    const { path, stopped, complaint } = await walkFunnel(session, funnel, { settleMs: SETTLE_MS, say })
    if (stopped) throw new Trouble(`step ${stopped.step}: ${stopped.message}`)
    const last = path?.hops.at(-1)
    if (!path || !last) throw new Trouble(`nothing was recorded${complaint ? ` (${complaint})` : ''}`)
    const paint = painter(wantsColour(process.stdout, process.env))
    await print(pathText(judge(path), process.stdout.columns ?? 120, paint))
    const picture = resolve(callerFolder(), PICTURE)
    await savePopup(session, last.tabId, picture)
    await print(`\nA picture of the popup: ${picture}\n`)
  } finally {
    await session.close()
  }
}
