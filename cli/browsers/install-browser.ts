import { readFileSync } from 'node:fs'
import { run } from '../run.ts'
import { Trouble } from '../trouble.ts'
import { findBrandedChrome, findBrowser } from './find-browser.ts'
import { aptPackages, installCommand, readDistributions, type System } from './install-commands.ts'
import type { BrowserName } from './session.ts'

const LABELS: Record<BrowserName, string> = { chromium: 'Chromium', firefox: 'Firefox' }

/** Without questions, and patient while another apt is at work. */
const APT_ENV = { DEBIAN_FRONTEND: 'noninteractive' }
const APT_OPTIONS = ['-qq', '-o', 'DPkg::Lock::Timeout=300']

/**
 * The program of a browser, installed first where there is none and this process may: by apt, as root.
 *
 * @param say told what is going on
 * @throws Trouble with the exact command to run where it may not, or where apt fails
 */
export async function ensureBrowser(name: BrowserName, say: (line: string) => void): Promise<string> {
  const found = findBrowser(name)
  if (found) return found
  const system = thisSystem()
  const packages = aptPackages(name, system)
  if (!packages || !system.isRoot) throw new Trouble(missing(name, system))

  say(`${LABELS[name]} is not installed: apt-get install ${packages.join(' ')}`)
  await apt(['update'], name, system)
  await apt(['install', '-y', '--no-install-recommends', ...packages, ...fonts(name)], name, system)
  const installed = findBrowser(name)
  if (!installed) throw new Trouble(`${packages.join(' ')} is installed, and still there is no ${LABELS[name]}`)
  return installed
}

/** Without recommended packages a page would have no font to write with. */
const fonts = (name: BrowserName): string[] => (name === 'chromium' ? ['fonts-liberation'] : [])

async function apt(args: string[], name: BrowserName, system: System): Promise<void> {
  const { code } = await run('apt-get', [...APT_OPTIONS, ...args], { env: APT_ENV, output: 'held' }).catch(() => ({
    code: 127,
  }))
  if (code !== 0) throw new Trouble(`apt-get ${args[0]} failed (exit ${code}).\n${missing(name, system)}`)
}

function missing(name: BrowserName, system: System): string {
  const branded = name === 'chromium' ? findBrandedChrome() : undefined
  return [
    `${LABELS[name]} is not installed. Install it with:\n\n  ${installCommand(name, system)}\n`,
    ...(branded ? [`${branded} cannot be used: since version 137 Google Chrome refuses --load-extension.`] : []),
    `Or name one you have in ${name === 'chromium' ? 'CLICKPATH_CHROMIUM' : 'CLICKPATH_FIREFOX'}.`,
  ].join('\n')
}

function thisSystem(): System {
  let osRelease = ''
  try {
    osRelease = readFileSync('/etc/os-release', 'utf8')
  } catch {
    // Not a Linux, or one without a name.
  }
  return {
    platform: process.platform,
    distributions: readDistributions(osRelease),
    isRoot: process.getuid?.() === 0,
  }
}
