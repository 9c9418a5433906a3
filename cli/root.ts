import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, absolute, wherever a command is run from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** The folder in which the person typed the command: npm itself goes to the project's. */
export const callerFolder = (env: Record<string, string | undefined> = process.env): string =>
  env.INIT_CWD ?? process.cwd()
