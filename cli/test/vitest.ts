import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type Result, runTool } from './stage.ts'

const Report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() })

/** Runs the tests of a vitest configuration and counts them. */
export async function runVitest(config: string): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'clickpath-test-'))
  const file = join(folder, 'report.json')
  try {
    const { code } = await runTool('vitest/vitest.mjs', [
      'run',
      ...['--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ])
    const report = Report.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => 'null')))
    if (!report.success) return { passed: 0, failed: 1, reason: `vitest gave no report (exit ${code})` }
    return count(report.data, code)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A run can fail without a failing test: a file that does not load, an error outside of any test, no test at all. */
export function count({ numPassedTests, numFailedTests }: z.infer<typeof Report>, code: number): Result {
  const passed = numPassedTests
  if (numFailedTests > 0)
    return { passed, failed: numFailedTests, reason: `${numFailedTests} of its tests do, see above` }
  if (code !== 0) return { passed, failed: 1, reason: `vitest ended with exit ${code} though no test failed` }
  if (passed === 0) return { passed, failed: 1, reason: 'there was no test to run' }
  return { passed, failed: 0 }
}
