import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBrandedChrome, findBrowser, type Machine } from '../../cli/browsers/find-browser.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'clickpath-home-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const program = (path: string, mode = 0o755): string => {
  const file = join(home, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, mode)
  return file
}
/** A machine whose usual places are all below the home folder. */
const machine = (env: Record<string, string> = {}): Machine => ({
  platform: 'darwin',
  env: { PATH: join(home, 'bin'), ...env },
  home,
})

describe('a browser is found', () => {
  it('first where a variable says', () => {
    program('bin/chromium')
    const mine = program('my/chromium')
    expect(findBrowser('chromium', machine({ CLICKPATH_CHROMIUM: mine }))).toBe(mine)
  })

  it('then in PATH', () => {
    program('bin/firefox')
    expect(findBrowser('firefox', machine())).toBe(join(home, 'bin/firefox'))
  })

  it('then among what Playwright has fetched, the newest one', () => {
    const at = (version: number) =>
      program(`Library/Caches/ms-playwright/chromium-${version}/chrome-mac/Chromium.app/Contents/MacOS/Chromium`)
    at(999)
    const newest = at(1200)
    expect(findBrowser('chromium', machine())).toBe(newest)
  })

  it('but not where nothing can be run', () => {
    program('bin/chromium', 0o644)
    expect(findBrowser('chromium', machine())).toBeUndefined()
  })

  it('and never is Google Chrome, which cannot load an extension', () => {
    const chrome = program('bin/google-chrome')
    expect(findBrowser('chromium', machine())).toBeUndefined()
    expect(findBrandedChrome(machine())).toBe(chrome)
  })
})

it('a variable that names nothing is an error, not a wish', () => {
  expect(() => findBrowser('firefox', machine({ CLICKPATH_FIREFOX: '/nowhere/firefox' }))).toThrow(
    'CLICKPATH_FIREFOX names /nowhere/firefox, and no program is there',
  )
})
