interface Scope {
  importScripts?: (file: string) => void
  addEventListener(type: 'install', listener: () => void): void
}

/**
 * Makes the function that loads a script of the extension on demand, so that a worker which wakes up for an event
 * evaluates only what recording takes. The script leaves what it gives under a global name.
 *
 * A service worker may import later only what it imported while it was installed (Service Workers, "importScripts"), so
 * this must be called in the worker's first tick. Firefox's background is a page, and simply imports.
 *
 * @param file of the extension, from its root: `/analysis.js`
 */
export function scriptLoader<T>(file: string, name: string, getUrl: (file: string) => string): () => Promise<T> {
  const scope = globalThis as unknown as Scope & Record<string, T | undefined>
  const { importScripts } = scope
  if (importScripts) scope.addEventListener('install', () => importScripts(file))
  return async () => {
    if (!scope[name]) {
      if (importScripts) importScripts(file)
      else await import(/* @vite-ignore */ getUrl(file))
    }
    const loaded = scope[name]
    if (!loaded) throw new Error(`${file} could not be loaded.`)
    return loaded
  }
}
