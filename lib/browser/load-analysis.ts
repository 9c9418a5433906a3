import type { Analysis } from '../analysis/analysis.ts'

/** Where the analysis script leaves itself. */
export const ANALYSIS_NAME = 'clickpathAnalysis'

const FILE = '/analysis.js'

interface Scope {
  [ANALYSIS_NAME]?: Analysis
  importScripts?: (file: string) => void
  addEventListener(type: 'install', listener: () => void): void
}

/**
 * Loads the analysis on demand, so that a worker which wakes up for an event evaluates only what recording takes.
 *
 * A service worker may import later only what it imported while it was installed (Service Workers, "importScripts"), so
 * this must be called in the worker's first tick. Firefox's background is a page, and simply imports.
 */
export function analysisLoader(getUrl: (file: string) => string): () => Promise<Analysis> {
  const scope = globalThis as unknown as Scope
  const { importScripts } = scope
  if (importScripts) scope.addEventListener('install', () => importScripts(FILE))
  return async () => {
    if (!scope[ANALYSIS_NAME]) {
      if (importScripts) importScripts(FILE)
      else await import(/* @vite-ignore */ getUrl(FILE))
    }
    const loaded = scope[ANALYSIS_NAME]
    if (!loaded) throw new Error('The analysis could not be loaded.')
    return loaded
  }
}
