import type { BrowserName } from './session.ts'

/** What of a system decides how software is installed on it. */
export interface System {
  platform: NodeJS.Platform
  /** `ID` and `ID_LIKE` of os-release, in lower case; empty elsewhere. */
  distributions: string[]
  isRoot: boolean
}

const DEBIAN_PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' }
/** Ubuntu's own packages are snaps under these names. */
const UBUNTU_PACKAGES: Record<BrowserName, string> = { chromium: 'chromium-browser', firefox: 'firefox' }

const OTHER_SYSTEMS: Partial<Record<NodeJS.Platform, Record<BrowserName, string>>> = {
  darwin: { chromium: 'npx playwright-core install chromium', firefox: 'brew install --cask firefox' },
  win32: { chromium: 'npx playwright-core install chromium', firefox: 'winget install Mozilla.Firefox' },
}

/** Reads the names a Linux goes by from its os-release file. */
export function readDistributions(osRelease: string): string[] {
  return [...osRelease.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].flatMap(([, value = '']) =>
    value.replaceAll(/["']/g, '').toLowerCase().split(/\s+/).filter(Boolean),
  )
}

/** The apt packages that bring a browser; undefined where there is no apt. */
export function aptPackages(name: BrowserName, { distributions }: System): string[] | undefined {
  if (distributions.includes('ubuntu')) return [UBUNTU_PACKAGES[name]]
  if (distributions.includes('debian')) return [DEBIAN_PACKAGES[name]]
  return undefined
}

/** The exact command with which a person installs the browser. */
export function installCommand(name: BrowserName, system: System): string {
  const packages = aptPackages(name, system)
  if (packages) {
    const sudo = system.isRoot ? '' : 'sudo '
    return `${sudo}apt-get update && ${sudo}apt-get install -y ${packages.join(' ')}`
  }
  if (system.distributions.includes('fedora')) return `sudo dnf install -y ${name}`
  if (system.distributions.includes('arch')) return `sudo pacman -S --noconfirm ${name}`
  return OTHER_SYSTEMS[system.platform]?.[name] ?? `npx playwright-core install --with-deps ${name}`
}
