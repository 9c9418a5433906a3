import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** A project that has nothing but a command which says what it was given, and an npm that does as a test tells it. */
let root: string
const at = (...path: string[]) => join(root, ...path)
const put = (path: string, text: string, mode = 0o644) => {
  writeFileSync(at(path), text)
  chmodSync(at(path), mode)
}
const npmCalls = () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : [])

/** What a real npm leaves behind: its note, and the packaged Node. */
const INSTALLS = `mkdir -p node_modules/node/bin && touch node_modules/.package-lock.json && ln -sf "${process.execPath}" node_modules/node/bin/node`

function npm(script: string) {
  put('bin/npm', `#!/bin/sh\necho "$1 $2" >> calls\n${script}\n`, 0o755)
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('cli/bootstrap.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, PATH: [at('bin'), process.env.PATH].join(delimiter) },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clickpath-bootstrap-'))
  mkdirSync(at('cli'))
  mkdirSync(at('bin'))
  copyFileSync(join(import.meta.dirname, '../../cli/bootstrap.mjs'), at('cli/bootstrap.mjs'))
  put('package.json', '{"type":"module"}')
  put('package-lock.json', '{}')
  put(
    'cli/trace.ts',
    'const args: string[] = process.argv.slice(2)\nconsole.log(JSON.stringify(args))\nprocess.exit(7)\n',
  )
  npm(INSTALLS)
})
afterEach(() => rmSync(root, { recursive: true }))

describe.skipIf(process.platform === 'win32')('the door to the commands', () => {
  it('installs what is missing and hands over, with nothing of its own on standard output', () => {
    npm(`echo "added 640 packages"; ${INSTALLS}`)
    expect(run('trace', 'a b', '--json')).toMatchObject({ status: 7, stdout: '["a b","--json"]\n' })
    expect(npmCalls()).toEqual(['ci --loglevel=error'])
  })

  it('installs once', () => {
    run('trace')
    run('trace')
    expect(npmCalls()).toHaveLength(1)
  })

  it('installs again when the lock file is newer', () => {
    run('trace')
    spawnSync('touch', ['-d', '+1 hour', at('package-lock.json')])
    run('trace')
    expect(npmCalls()).toHaveLength(2)
  })

  it('goes on with npm install where npm ci finds the lock file incomplete', () => {
    npm(`if [ "$1" = ci ]; then echo "npm error code EUSAGE" >&2; exit 1; fi; ${INSTALLS}`)
    expect(run('trace').status).toBe(7)
    expect(npmCalls()).toEqual(['ci --loglevel=error', 'install --no-save'])
  })

  it('says why an install failed, and stops', () => {
    npm('echo "npm error network down" >&2; exit 1')
    const { status, stdout, stderr } = run('trace')
    expect(status).toBe(2)
    expect(stderr).toContain('npm error network down')
    expect(stdout).toBe('')
  })

  it('fetches the packaged Node itself where npm runs no install scripts', () => {
    npm(
      'mkdir -p node_modules/node && touch node_modules/.package-lock.json && cp fetch.cjs node_modules/node/installArchSpecificPackage.js',
    )
    put(
      'fetch.cjs',
      `require('fs').mkdirSync('bin'); require('fs').symlinkSync(${JSON.stringify(process.execPath)}, 'bin/node')`,
    )
    put('package.json', '{}')
    put('cli/trace.ts', 'process.exit(7)\n')
    expect(run('trace').status).toBe(7)
    expect(existsSync(at('node_modules/node/bin/node'))).toBe(true)
  })

  it.each([[], ['fly'], ['../evil']])('knows its commands: %j', (...args) => {
    mkdirSync(at('node_modules/node/bin'), { recursive: true })
    symlinkSync(process.execPath, at('node_modules/node/bin/node'))
    expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('usage:') })
  })
})
