import { mkdirSync } from 'node:fs'
import { openGallery } from './open.ts'
import { STORIES } from './stories.ts'
import { WORKBENCH_STORIES } from './workbench-stories.ts'

const POPUP = { width: 600, height: 600 }
const DESKTOP = { width: 1280, height: 900 }

/** Takes pictures of stories, light and dark: `node test/components/gallery/take-pictures.ts FOLDER [STORY …]`, of all without a name. */
async function takePictures(folder: string, names: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const gallery = await openGallery(process.env.CHROMIUM ?? '/usr/bin/chromium')
  const all = [...Object.keys(STORIES), ...Object.keys(WORKBENCH_STORIES)]
  for (const scheme of ['light', 'dark'] as const) {
    const { page, show } = await gallery.stage(scheme)
    for (const story of all.filter((name) => names.length === 0 || names.includes(name))) {
      await page.setViewportSize(story in STORIES ? POPUP : DESKTOP)
      await show(story)
      await page.screenshot({ path: `${folder}/${story}-${scheme}.png`, fullPage: true })
    }
  }
  await gallery.close()
}

const [folder, ...names] = process.argv.slice(2)
if (folder) await takePictures(folder, names)
else console.error('usage: node test/components/gallery/take-pictures.ts FOLDER [STORY …]')
