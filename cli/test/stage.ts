import { join } from 'node:path'
import { ROOT } from '../root.ts'
import { run } from '../run.ts'

/** What came of a stage: how many of its checks held. */
export interface Result {
  passed: number
  failed: number
  /** Why it failed, where its own output has not said so. */
  reason?: string
}

/** One kind of check. */
export interface Stage {
  /** How it is called on the command line. */
  name: string
  title: string
  run(): Promise<Result>
}

/** The result of a check that holds or does not. */
export const verdict = (holds: boolean, reason: string): Result =>
  holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, reason }

/** Runs a program of the packages on this Node. @param script below node_modules */
export const runTool = (script: string, args: readonly string[], output: 'inherit' | 'collect' = 'inherit') =>
  run(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, output })
