import { chromium, type Page } from 'playwright-core'
import { type BuiltFile, buildGallery } from './build.ts'

/** Where the gallery seems to live: nothing is served, each request is answered from memory. */
const ORIGIN = 'http://gallery.localhost'

export type Scheme = 'light' | 'dark'

/** A page on which stories are shown, one after the other. */
export interface Stage {
  page: Page
  show(story: string): Promise<void>
  /** What went wrong in the page since this was asked last. */
  errors(): string[]
}

export interface Gallery {
  /** Names of all stories. */
  stories: string[]
  /** @param size of its window; a popup's where none is given */
  stage(scheme: Scheme, size?: { width: number; height: number }): Promise<Stage>
  close(): Promise<void>
}

/** Builds the gallery and opens a browser on it. `executablePath` as Playwright takes it. */
export async function openGallery(executablePath: string, files?: Map<string, BuiltFile>): Promise<Gallery> {
  const site = files ?? (await buildGallery())
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })

  const stage = async (colorScheme: Scheme, viewport = { width: 600, height: 600 }): Promise<Stage> => {
    const page = await browser.newPage({ viewport, colorScheme })
    page.setDefaultTimeout(10_000)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url())
      const file = site.get(pathname === '/' ? '/index.html' : pathname)
      if (!file) return route.fulfill({ status: 404 })
      const body = typeof file.body === 'string' ? file.body : Buffer.from(file.body)
      return route.fulfill({ contentType: file.contentType, body })
    })
    const show = async (story: string) => {
      await page.goto(`${ORIGIN}/?story=${story}`)
      await page.waitForSelector('.popup, .gallery, .workbench').catch((error) => {
        throw new Error(`${story || 'the index'} does not show: ${errors.join('; ') || error}`)
      })
    }
    return { page, show, errors: () => errors.splice(0) }
  }

  const { page, show } = await stage('light')
  await show('')
  const stories = await page.$$eval('figcaption a', (links) => links.map((link) => link.textContent ?? ''))
  await page.close()
  return { stories, stage, close: () => browser.close() }
}
