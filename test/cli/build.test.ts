import { mkdirSync, mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStale } from '../../cli/build.ts'

const EARLIER = new Date('2026-11-21T09:00:00Z')
const BUILT = new Date('2026-11-21T10:00:00Z')
const LATER = new Date('2026-11-21T11:00:00Z')

let root: string
const put = (file: string, time: Date) => {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  utimesSync(path, time, time)
}
const age = (path: string, time: Date) => utimesSync(join(root, path), time, time)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clickpath-build-'))
  put('lib/model/hop.ts', EARLIER)
  put('package.json', EARLIER)
  put('.output/chrome-mv3/manifest.json', BUILT)
  age('lib/model', EARLIER)
  age('lib', EARLIER)
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a build', () => {
  it('is good while nothing it is made of has changed', () => {
    expect(isStale('chromium', root)).toBe(false)
  })

  it('is for one browser alone', () => {
    expect(isStale('firefox', root)).toBe(true)
  })

  it('is stale when a source deep down was changed', () => {
    age('lib/model/hop.ts', LATER)
    expect(isStale('chromium', root)).toBe(true)
  })

  it('is stale when a dependency was', () => {
    put('package-lock.json', LATER)
    expect(isStale('chromium', root)).toBe(true)
  })

  it('is stale when a source was removed', () => {
    unlinkSync(join(root, 'lib/model/hop.ts'))
    expect(isStale('chromium', root)).toBe(true)
  })

  it('does not care for what is not in it', () => {
    put('README.md', LATER)
    put('test/a.test.ts', LATER)
    expect(isStale('chromium', root)).toBe(false)
  })
})
