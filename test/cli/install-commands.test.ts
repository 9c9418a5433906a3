import { describe, expect, it } from 'vitest'
import { aptPackages, installCommand, readDistributions, type System } from '../../cli/browsers/install-commands.ts'

const system = (osRelease: string, isRoot = false, platform: NodeJS.Platform = 'linux'): System => ({
  platform,
  distributions: readDistributions(osRelease),
  isRoot,
})
const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
const UBUNTU = 'ID=ubuntu\nID_LIKE=debian\n'
const FEDORA = 'ID=rocky\nID_LIKE="rhel centos fedora"\n'

describe('the command that installs a browser', () => {
  it.each([
    ['Debian as root', system(DEBIAN, true), 'apt-get update && apt-get install -y chromium'],
    ['Debian as anyone else', system(DEBIAN), 'sudo apt-get update && sudo apt-get install -y chromium'],
    ['Ubuntu', system(UBUNTU), 'sudo apt-get update && sudo apt-get install -y chromium-browser'],
    ['what is like Fedora', system(FEDORA), 'sudo dnf install -y chromium'],
    ['another Linux', system(''), 'npx playwright-core install --with-deps chromium'],
    ['macOS', system('', false, 'darwin'), 'npx playwright-core install chromium'],
  ])('on %s', (_, on, expected) => {
    expect(installCommand('chromium', on)).toBe(expected)
  })

  it('brings Debian’s own Firefox', () => {
    expect(aptPackages('firefox', system(DEBIAN))).toEqual(['firefox-esr'])
  })
})
