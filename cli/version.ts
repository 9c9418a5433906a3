import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/** The project's version, as package.json has it. */
export const version: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version
