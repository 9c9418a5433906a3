import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import * as z from 'zod/mini'
import { ROOT } from '../root.ts'
import { type Result, runTool } from './stage.ts'

const Report = z.object({
  testResults: z.array(
    z.object({
      /** The file, absolute. */
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

/** What came of one file of tests. */
export interface FileResult {
  file: string
  /** Also false when a file did not load, or when what is done before its tests failed. */
  held: boolean
  tests: { name: string; status: string }[]
}

export interface Run {
  files: FileResult[]
  /** With which vitest ended. */
  code: number
}

/** More files than this do not fail by chance. */
const UNSTEADY_FILES = 2

/**
 * Runs the tests of a vitest configuration and counts them.
 *
 * @param secondTry whether files that fail are run once more, each from its start. What holds only then is said aloud:
 *   it is a flaw of the test, or a fault that shows itself now and then
 */
export async function runVitest(config: string, secondTry = false): Promise<Result> {
  const first = await runOnce(config)
  const failed = failedFiles(first)
  if (!secondTry || failed.length === 0 || failed.length > UNSTEADY_FILES) return count(first)
  console.log(`\nA second try, from the start: ${failed.join(', ')}`)
  const both = withSecondTry(first, await runOnce(config, failed))
  for (const name of both.unsteady) console.log(`held at the second try only, look into it: ${name}`)
  return count(both.run)
}

async function runOnce(config: string, files: readonly string[] = []): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'clickpath-test-'))
  const output = join(folder, 'report.json')
  try {
    const { code } = await runTool('vitest/vitest.mjs', [
      'run',
      ...['--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`],
      ...files,
    ])
    const report = Report.safeParse(JSON.parse(await readFile(output, 'utf8').catch(() => 'null')))
    return { files: report.success ? report.data.testResults.map(fileResult) : [], code }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const fileResult = ({ name, status, assertionResults }: z.infer<typeof Report>['testResults'][number]): FileResult => ({
  file: relative(ROOT, name),
  held: status === 'passed',
  tests: assertionResults.map((test) => ({ name: test.fullName, status: test.status })),
})

const failedFiles = ({ files }: Run): string[] => files.filter(({ held }) => !held).map(({ file }) => file)

/** Both tries as one run: of a file that was tried again, the second one counts. */
export function withSecondTry(first: Run, second: Run): { run: Run; unsteady: string[] } {
  const again = new Map(second.files.map((result) => [result.file, result]))
  const unsteady = first.files.flatMap(({ file, tests }) => {
    const heldBefore = new Set(tests.filter(held).map(({ name }) => name))
    const now = again.get(file)?.tests.filter(held) ?? []
    return now.filter(({ name }) => !heldBefore.has(name)).map(({ name }) => `${file}: ${name}`)
  })
  const files = first.files.map((result) => again.get(result.file) ?? result)
  return { run: { files, code: second.code }, unsteady }
}

const held = ({ status }: { status: string }): boolean => status === 'passed'

/** A run can fail without a failing test: a file that does not load, an error outside of any test, no test at all. */
export function count({ files, code }: Run): Result {
  const tests = files.flatMap((file) => file.tests)
  const passed = tests.filter(held).length
  const failed = tests.filter(({ status }) => status === 'failed').length
  if (failed > 0) return { passed, failed, reason: `${failed} of its tests do, see above` }
  if (files.length === 0) return { passed, failed: 1, reason: `vitest gave no report (exit ${code})` }
  if (code !== 0) return { passed, failed: 1, reason: `vitest ended with exit ${code} though no test failed` }
  if (passed === 0) return { passed, failed: 1, reason: 'there was no test to run' }
  return { passed, failed: 0 }
}
