import { writeFileSync } from 'node:fs'
import { arch, availableParallelism, platform } from 'node:os'
import { resolve } from 'node:path'
import { BENCHES } from '../test/bench/all.ts'
import { isOver } from '../test/bench/bench.ts'
import { BENCH_HELP, readBenchArguments } from './bench/arguments.ts'
import { type Measured, measure, reportText } from './bench/report.ts'
import { print, runCommand, say } from './command.ts'
import { painter, wantsColour } from './print/paint.ts'
import { callerFolder } from './root.ts'
import { EXIT } from './trouble.ts'
import { version } from './version.ts'

/** `npm run bench [-- name …]`: every measurement, a table of it, and the figures as JSON. */
await runCommand(async () => {
  const args = readBenchArguments(
    process.argv.slice(2),
    BENCHES.map(({ name }) => name),
  )
  if (args.help) {
    await print(BENCH_HELP)
    return EXIT.done
  }
  const chosen = args.names.length === 0 ? BENCHES : BENCHES.filter(({ name }) => args.names.includes(name))
  const measured: Measured[] = []
  // One after the other: what runs at the same time would be measured along.
  for (const bench of chosen) measured.push(await measure(bench, say))

  const file = resolve(callerFolder(), args.json)
  writeFileSync(file, `${JSON.stringify({ ...circumstances(), benches: measured }, null, 2)}\n`)
  await print(reportText(measured, painter(wantsColour(process.stdout, process.env))))
  say(`written to ${file}`)
  const failed = measured.some(({ failure }) => failure !== undefined)
  const over = measured.some(({ figures }) => figures.some(isOver))
  return failed || (args.strict && over) ? EXIT.failed : EXIT.done
})

/** What a figure means little without. */
function circumstances() {
  const machine = { platform: platform(), arch: arch(), cores: availableParallelism(), node: process.version }
  return { version, measuredAt: new Date().toISOString(), machine }
}
