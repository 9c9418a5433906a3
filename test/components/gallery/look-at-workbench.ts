import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { axeViolations } from './look.ts'
import { openGallery } from './open.ts'
import { WORKBENCH_STORIES } from './workbench-stories.ts'

const SIZES = [
  { width: 1280, height: 900 },
  { width: 800, height: 900 },
]

/** What axe finds, and what is wider than the page, a line each. */
export async function lookAtStory(page: Page): Promise<string[]> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide, its window ${clientWidth}`] : []
  return [...(await axeViolations(page)), ...wide]
}

/**
 * Looks at every state of the workbench, light and dark, wide and narrow:
 * `node test/components/gallery/look-at-workbench.ts [folder for pictures] [story …]`.
 */
async function lookAtWorkbench(shots: string | undefined, only: readonly string[]): Promise<string[]> {
  if (shots) mkdirSync(shots, { recursive: true })
  const gallery = await openGallery(process.env.CHROMIUM ?? '/usr/bin/chromium')
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const)
    for (const size of SIZES) {
      const { page, show, errors } = await gallery.stage(scheme, size)
      const name = `${size.width}-${scheme}`
      for (const story of Object.keys(WORKBENCH_STORIES)) {
        if (only.length > 0 && !only.includes(story)) continue
        await show(story)
        if (shots) await page.screenshot({ path: `${shots}/${story}-${name}.png`, fullPage: true })
        found.push(...[...(await lookAtStory(page)), ...errors()].map((line) => `${story} (${name}): ${line}`))
      }
      await page.close()
    }
  await gallery.close()
  return found
}

if (import.meta.main) {
  const [shots, ...only] = process.argv.slice(2)
  const found = await lookAtWorkbench(shots, only)
  for (const line of found) console.error(line)
  console.log(`workbench: ${Object.keys(WORKBENCH_STORIES).length} states, ${found.length} wrong`)
  if (found.length > 0) process.exitCode = 1
}
