import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reachable, weigh } from '../../cli/test/budgets.ts'

let build: string
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'clickpath-sizes-'))
})
afterEach(() => rmSync(build, { recursive: true }))

const put = (file: string, content: string) => {
  mkdirSync(dirname(join(build, file)), { recursive: true })
  writeFileSync(join(build, file), content)
}
const POPUP = { part: 'popup', entry: 'popup.html', kind: 'page', kB: 1 } as const

describe('what a page weighs', () => {
  it('is everything that its scripts and styles lead to', () => {
    put('popup.html', '<script src="/chunks/a.js"></script><link href="/assets/a.css">')
    put('chunks/a.js', 'import"./b.js";const later=()=>import("./c.js")')
    put('chunks/b.js', 'import{x}from"./a.js"')
    put('chunks/c.js', '')
    put('assets/a.css', '')
    put('chunks/stranger.js', '')
    expect(reachable(build, 'popup.html').sort()).toEqual([
      'assets/a.css',
      'chunks/a.js',
      'chunks/b.js',
      'chunks/c.js',
      'popup.html',
    ])
  })

  it('fits up to its budget', () => {
    put('popup.html', 'x'.repeat(1000))
    expect(weigh(build, [POPUP])).toMatchObject([{ bytes: 1000, fits: true }])
  })

  it('does not fit a byte above it', () => {
    put('popup.html', 'x'.repeat(1001))
    expect(weigh(build, [POPUP])).toMatchObject([{ fits: false }])
  })

  it('is for a script the script alone, which may load more on demand', () => {
    put('background.js', 'import("/later.js")')
    put('later.js', 'x'.repeat(2000))
    expect(weigh(build, [{ part: 'background', entry: 'background.js', kind: 'script', kB: 1 }])).toMatchObject([
      { fits: true },
    ])
  })

  it('cannot be told of a page that is not there', () => {
    expect(() => weigh(build, [POPUP])).toThrow(/popup\.html/)
  })
})
