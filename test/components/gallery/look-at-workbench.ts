import { mkdirSync } from 'node:fs'
import axe from 'axe-core'
import { chromium, type Page } from 'playwright-core'
import { buildGallery } from './build.ts'
import { WORKBENCH_STORIES } from './workbench-stories.ts'

const ORIGIN = 'http://gallery.localhost'
const SIZES = [
  { width: 1280, height: 900 },
  { width: 800, height: 900 },
]

/** What axe finds, and what is wider than the page, a line each. */
async function wrong(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document)
    const { scrollWidth, clientWidth } = document.documentElement
    return [
      ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide, its window ${clientWidth}`] : []),
    ]
  })
}

/**
 * Looks at every state of the workbench, light and dark, wide and narrow:
 * `node test/components/gallery/look-at-workbench.ts [folder for pictures] [story …]`.
 */
async function lookAtWorkbench(shots: string | undefined, only: readonly string[]): Promise<string[]> {
  if (shots) mkdirSync(shots, { recursive: true })
  const site = await buildGallery()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of SIZES) {
      const page = await browser.newPage({ viewport, colorScheme })
      const name = `${viewport.width}-${colorScheme}`
      page.on('pageerror', (error) => found.push(`${name}: ${error.message}`))
      await page.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url())
        const file = site.get(pathname === '/' ? '/index.html' : pathname)
        if (!file) return route.fulfill({ status: 404 })
        const body = typeof file.body === 'string' ? file.body : Buffer.from(file.body)
        return route.fulfill({ contentType: file.contentType, body })
      })
      for (const story of Object.keys(WORKBENCH_STORIES)) {
        if (only.length > 0 && !only.includes(story)) continue
        await page.goto(`${ORIGIN}/?story=${story}`)
        await page.waitForSelector('.workbench')
        if (shots) await page.screenshot({ path: `${shots}/${story}-${name}.png`, fullPage: true })
        found.push(...(await wrong(page)).map((line) => `${story} (${name}): ${line}`))
      }
      await page.close()
    }
  await browser.close()
  return found
}

const [shots, ...only] = process.argv.slice(2)
const found = await lookAtWorkbench(shots, only)
for (const line of found) console.error(line)
console.log(`workbench: ${Object.keys(WORKBENCH_STORIES).length} states, ${found.length} wrong`)
if (found.length > 0) process.exitCode = 1
