import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** The most a part of the built extension may weigh, minified, in kB of 1000 bytes. */
export interface Budget {
  part: string
  /** Where it begins, below the build. */
  entry: string
  /** A page comes with every script and style sheet that it leads to; a script by itself. */
  kind: 'page' | 'script'
  kB: number
}

export const BUDGETS: readonly Budget[] = [
  // What a worker evaluates each time an event wakes it.
  { part: 'background', entry: 'background.js', kind: 'script', kB: 60 },
  // What it loads only when someone looks. Half of it is data and words: names, shelves of landing pages, hosts, what
  // findings say, and the fixes with their lines to paste (13 kB).
  { part: 'analysis, on demand', entry: 'analysis.js', kind: 'script', kB: 120 },
  // What it loads only when one of the extension's pages asks for something.
  { part: 'commands, on demand', entry: 'commands.js', kind: 'script', kB: 115 },
  { part: 'popup with its chunks', entry: 'popup.html', kind: 'page', kB: 100 },
  // A page in a tab, opened by hand: 38 presets, the macros of 36 platforms, all checks, two conversions
  // APIs with what their errors mean, the lanes and findings of a pinned click, which can be tested with, and the reading of
  // a probe's hops come with it; so do the polyfill of the API (9 kB) and the addresses of the presets' sources (6 kB).
  { part: 'workbench with its chunks', entry: 'workbench.html', kind: 'page', kB: 335 },
  { part: 'content script', entry: 'navigation.js', kind: 'script', kB: 6 },
]

/** A script or a style sheet as another file names it: `"./chunks/a.js"`, `href="/assets/a.css"`. */
const REFERENCE = /["'`(]([\w./@-]+\.(?:m?js|css))["'`)]/g

/**
 * A file of a build and every script and style sheet that it names, and so on.
 *
 * @returns paths below the build
 */
export function reachable(build: string, entry: string): string[] {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    for (const [, name = ''] of readFileSync(join(build, file), 'utf8').matchAll(REFERENCE)) {
      const candidates = name.startsWith('/') ? [name.slice(1)] : [join(dirname(file), name), name]
      const next = candidates.map((path) => normalize(path)).find((path) => isFile(join(build, path)))
      if (next && !next.startsWith('..')) visit(next)
    }
  }
  visit(entry)
  return [...found]
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile()

export interface Weight extends Budget {
  bytes: number
  fits: boolean
}

/** Weighs the parts of a build. @throws when a part is not there: a budget that weighs nothing would always hold */
export function weigh(build: string, budgets: readonly Budget[] = BUDGETS): Weight[] {
  return budgets.map((budget) => {
    const files = budget.kind === 'page' ? reachable(build, budget.entry) : [budget.entry]
    const bytes = files.reduce((sum, file) => sum + statSync(join(build, file)).size, 0)
    return { ...budget, bytes, fits: bytes <= budget.kB * 1000 }
  })
}
