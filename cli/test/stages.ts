import { BROWSER_NAMES } from '../browsers/session.ts'
import { build, outputOf } from '../build.ts'
import { weigh } from './budgets.ts'
import { EXPLAINED_WARNINGS, type LintMessage, unexplained } from './lint-warnings.ts'
import { type Result, runTool, type Stage, verdict } from './stage.ts'
import { runVitest } from './vitest.ts'

/** Everything that is checked, the quickest first, so that what fails is known soon. */
export const STAGES: readonly Stage[] = [
  { name: 'lint', title: 'format and lint', run: checkStyle },
  { name: 'types', title: 'types', run: checkTypes },
  { name: 'unit', title: 'unit tests', run: () => runVitest('vitest.config.ts') },
  { name: 'build', title: 'both builds', run: buildBoth },
  { name: 'webext', title: 'web-ext lint', run: lintExtension },
  { name: 'size', title: 'size budgets', run: checkSizes },
  { name: 'browser', title: 'in real Chromium and Firefox', run: () => runVitest('vitest.browser.config.ts') },
]

async function checkStyle(): Promise<Result> {
  const { code } = await runTool('@biomejs/biome/bin/biome', ['check', '.'])
  return verdict(code === 0, 'biome found something: npm run format mends what can be mended by itself')
}

async function checkTypes(): Promise<Result> {
  // WXT writes the types of its own modules first.
  const prepared = await runTool('wxt/bin/wxt.mjs', ['prepare'])
  if (prepared.code !== 0) return verdict(false, 'wxt prepare failed')
  const { code } = await runTool('typescript/bin/tsc', ['--noEmit'])
  return verdict(code === 0, 'the types do not fit')
}

async function buildBoth(): Promise<Result> {
  for (const name of BROWSER_NAMES) await build(name)
  return { passed: BROWSER_NAMES.length, failed: 0 }
}

async function lintExtension(): Promise<Result> {
  const { output } = await runTool(
    'web-ext/bin/web-ext.js',
    ['lint', '--source-dir', outputOf('firefox'), '--output', 'json', '--no-config-discovery'],
    'collect',
  )
  const report: { errors: LintMessage[]; warnings: LintMessage[] } = JSON.parse(output)
  const bad = [...report.errors, ...unexplained(report.warnings)]
  for (const { code, message, description, file, line } of bad) {
    console.log(`${code} in ${file ?? 'the extension'}${line ? `:${line}` : ''}: ${message}\n  ${description ?? ''}`)
  }
  console.log(
    `${report.errors.length} errors, ${report.warnings.length} warnings, ${EXPLAINED_WARNINGS.length} explained`,
  )
  return verdict(bad.length === 0, 'web-ext lint found something that is not explained in cli/test/lint-warnings.ts')
}

async function checkSizes(): Promise<Result> {
  const weights = BROWSER_NAMES.flatMap((browser) => weigh(outputOf(browser)).map((weight) => ({ ...weight, browser })))
  for (const { browser, part, bytes, kB, fits } of weights) {
    console.log(
      `${browser.padEnd(8)}  ${part.padEnd(26)}  ${(bytes / 1000).toFixed(1).padStart(6)} kB of ${kB} kB  ${fits ? '' : 'TOO BIG'}`,
    )
  }
  const failed = weights.filter(({ fits }) => !fits).length
  return {
    passed: weights.length - failed,
    failed,
    ...(failed > 0 ? { reason: 'the extension is bigger than its budget' } : {}),
  }
}
