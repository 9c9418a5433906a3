import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserName } from './browsers/session.ts'
import { ROOT } from './root.ts'
import { run } from './run.ts'
import { Trouble } from './trouble.ts'

/** Everything that a build is made of, below the project's root. */
export const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
]

const OUTPUTS: Record<BrowserName, string> = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' }
const WXT_ARGS: Record<BrowserName, string[]> = { chromium: [], firefox: ['--browser', 'firefox', '--mv3'] }

/** Folder of the built extension, absolute. */
export const outputOf = (name: BrowserName, root = ROOT): string => join(root, OUTPUTS[name])

/** Whether the extension must be built: there is no build, or a source was changed, added or removed since. */
export function isStale(name: BrowserName, root = ROOT): boolean {
  const manifest = join(outputOf(name, root), 'manifest.json')
  if (!existsSync(manifest)) return true
  const builtAt = statSync(manifest).mtimeMs
  return SOURCES.some((source) => newest(join(root, source)) > builtAt)
}

/** When anything at or below a path was last changed, in ms since the epoch; a folder changes with its list of files. */
function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs)
}

/**
 * Builds the extension; what the build says goes to standard error, and only when it fails.
 *
 * @throws Trouble when it fails
 */
export async function build(name: BrowserName): Promise<void> {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs')
  const { code } = await run(process.execPath, [wxt, 'build', ...WXT_ARGS[name]], {
    cwd: ROOT,
    // A test runner's NODE_ENV would build the development version of Preact.
    env: { NODE_ENV: 'production' },
    output: 'held',
  })
  if (code !== 0) throw new Trouble(`the extension could not be built for ${name} (exit ${code}): see above`)
}

/** Folder of an up-to-date build, built first where there is none. */
export async function ensureBuild(name: BrowserName, say: (line: string) => void): Promise<string> {
  if (isStale(name)) {
    say(`building the extension for ${name}`)
    await build(name)
  }
  return outputOf(name)
}
