import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../cli/browsers/find-browser.ts'
import { look, overflow } from '../components/gallery/look.ts'
import { type Gallery, openGallery, type Stage } from '../components/gallery/open.ts'
import { STORIES } from '../components/gallery/stories.ts'
import { USES } from '../components/gallery/uses.ts'
import { WORKBENCH_STORIES } from '../components/gallery/workbench-stories.ts'
import { WORKBENCH_USES } from '../components/gallery/workbench-uses.ts'

const DESKTOP = { width: 1280, height: 900 }

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery(findBrowser('chromium') ?? '')
})
afterAll(() => gallery?.close())

describe('the popup’s parts, used as people do', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await gallery.stage('light')
  })

  it.each(Object.entries(USES))('%s', async (_, { story, run }) => {
    await stage.show(story)
    await run(stage.page)
    expect(stage.errors()).toEqual([])
  })
})

describe('the workbench’s parts', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await gallery.stage('light', DESKTOP)
  })

  it.each(Object.entries(WORKBENCH_USES))('%s', async (_, { story, run }) => {
    await stage.show(story)
    await run(stage.page)
    expect(stage.errors()).toEqual([])
  })
})

describe('axe finds nothing, and nothing is wider than its room', () => {
  let popup: Stage
  let workbench: Stage
  beforeAll(async () => {
    popup = await gallery.stage('light')
    workbench = await gallery.stage('light', DESKTOP)
  })

  it.each([...Object.keys(STORIES), ...Object.keys(WORKBENCH_STORIES)])('in %s', async (story) => {
    const { page, show, errors } = story in STORIES ? popup : workbench
    await show(story)
    expect([...(await look(page)), ...errors()]).toEqual([])
  })

  // As wide as a desktop's window that is zoomed to 400 %.
  it('in the workbench, in a window of 320 pixels', async () => {
    const { page, show } = await gallery.stage('light', { width: 320, height: 900 })
    for (const story of Object.keys(WORKBENCH_STORIES)) {
      await show(story)
      expect([story, ...(await overflow(page))]).toEqual([story])
    }
    await page.close()
  })
})
