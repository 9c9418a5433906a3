import { accessSync, constants, globSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Trouble } from '../trouble.ts'
import { BRANDED_CHROME, PLACES, type Places } from './places.ts'
import type { BrowserName } from './session.ts'

/** What of the machine the search depends on. */
export interface Machine {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  home: string
}

const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() })

/**
 * The program of a browser that can load an extension.
 *
 * @returns its path; undefined where none is installed
 * @throws Trouble when an environment variable names a program that is not there
 */
export function findBrowser(name: BrowserName, machine = thisMachine()): string | undefined {
  return search(PLACES[name], machine)
}

/** A branded Google Chrome, which cannot be used. */
export function findBrandedChrome(machine = thisMachine()): string | undefined {
  return search(BRANDED_CHROME, machine)
}

function search({ env, commands, files }: Places, machine: Machine): string | undefined {
  for (const variable of env) {
    const file = machine.env[variable]
    if (!file) continue
    if (!isProgram(file)) throw new Trouble(`${variable} names ${file}, and no program is there`)
    return file
  }
  const folders = (machine.env.PATH ?? '').split(delimiter).filter(Boolean)
  const inPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
  const usual = (files[machine.platform] ?? []).flatMap((pattern) => expand(pattern, machine))
  return [...inPath, ...usual].find(isProgram)
}

const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

/** The newest first, so that of several cached versions the last one is taken. */
function expand(pattern: string, { env, home }: Machine): string[] {
  const path = pattern.replace(/^~/, home).replace(/%(\w+)%/g, (_, variable: string) => env[variable] ?? '')
  return path.includes('*') ? globSync(path).sort(byNumber).reverse() : [path]
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
