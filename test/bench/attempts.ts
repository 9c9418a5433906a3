import { findBrowser } from '../../cli/browsers/find-browser.ts'
import { type Gallery, openGallery } from '../components/gallery/open.ts'
import type { Bench } from './bench.ts'
import { median } from './median.ts'

/** What is typed, a key at a time: each key finds fewer. */
const SEARCH = 'click id not found'
/** A person feels no delay below this. */
const LIMIT_MS = 100

/** Types into a field, and tells how long each key keeps the page from its next frame, in ms. */
async function keyTimes(gallery: Gallery, story: string, field: string, keys: string): Promise<number[]> {
  const { page, show } = await gallery.stage('light', { width: 1280, height: 900 })
  await show(story)
  await page.waitForSelector(field)
  const times = await page.evaluate(
    async ({ field, keys }) => {
      const input = document.querySelector<HTMLInputElement>(field)
      if (!input) return []
      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      const took: number[] = []
      const before = input.value
      for (let at = 1; at <= keys.length; at++) {
        await painted()
        const start = performance.now()
        set?.call(input, before + keys.slice(0, at))
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
        // Rendering waits for the tasks that the key set off; the frame after them shows it.
        await new Promise((done) => setTimeout(done))
        await painted()
        took.push(performance.now() - start)
      }
      return took
    },
    { field, keys },
  )
  await page.close()
  return times
}

/** The attempts' search, and the editor of an endpoint, with 5,000 attempts behind them. */
export async function measureKeys(gallery: Gallery): Promise<{ search: number[]; url: number[] }> {
  return {
    search: await keyTimes(gallery, 'wb-many-attempts', 'input[type=search]', SEARCH),
    url: await keyTimes(gallery, 'wb-many-endpoint', '.editor textarea', '&sub1={sub1}'),
  }
}

export const attempts: Bench = {
  name: 'attempts',
  title: 'What a key stroke costs in the workbench with 5,000 attempts',
  async run(say) {
    const executable = findBrowser('chromium')
    if (!executable) throw new Error('no Chromium is installed: npm test installs it')
    const gallery = await openGallery(executable)
    try {
      const { search, url } = await measureKeys(gallery)
      say(`${search.length} keys in the search, ${url.length} in an endpoint's URL`)
      const figure = (name: string, times: readonly number[]) => ({
        name,
        value: median(times),
        unit: 'ms',
        limit: LIMIT_MS,
        note: `the slowest ${Math.max(...times).toFixed(0)} ms`,
      })
      return [figure('a key in the search of attempts', search), figure('a key in the URL of an endpoint', url)]
    } finally {
      await gallery.close()
    }
  },
}
