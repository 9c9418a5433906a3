import { fileURLToPath } from 'node:url'
import { build, type PluginOption } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

export interface BuiltFile {
  contentType: string
  body: string | Uint8Array
}

/** Builds the gallery page in memory: path in the page's site → file. */
export async function buildGallery(plugins: PluginOption[] = []): Promise<Map<string, BuiltFile>> {
  const built = await build({
    root,
    plugins,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, modulePreload: { polyfill: false } },
  })
  const files = new Map<string, BuiltFile>()
  for (const bundle of [built].flat())
    if ('output' in bundle)
      for (const file of bundle.output)
        files.set(`/${file.fileName}`, {
          contentType: TYPES[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
          body: file.type === 'chunk' ? file.code : file.source,
        })
  return files
}
