import { ensureBrowser } from './browsers/install-browser.ts'
import { BROWSER_NAMES } from './browsers/session.ts'
import { runCommand, say } from './command.ts'
import { STAGES } from './test/stages.ts'
import { EXIT, Trouble, tell } from './trouble.ts'

/** `npm test [-- stage …]`: every check in its order, up to the first kind that fails. */
runCommand(async () => {
  const stages = chosen(process.argv.slice(2))
  if (stages.some(({ name }) => name === 'browser')) {
    for (const name of BROWSER_NAMES) say(`${name}: ${await ensureBrowser(name, say)}`)
  }
  const begun = performance.now()
  const total = { passed: 0, failed: 0 }
  for (const { title, run } of stages) {
    console.log(`\n── ${title}`)
    const start = performance.now()
    const result = await run().catch((error: unknown) => ({ passed: 0, failed: 1, reason: tell(error) }))
    total.passed += result.passed
    total.failed += result.failed
    console.log(`── ${title}: ${result.failed === 0 ? 'passed' : 'FAILED'} in ${seconds(start)}`)
    if (result.failed > 0) {
      console.log(`\n${title} failed${result.reason ? `: ${result.reason}` : ''}`)
      break
    }
  }
  console.log(`\n${seconds(begun)} in all`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? EXIT.done : EXIT.failed
})

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

function chosen(names: readonly string[]) {
  const known = STAGES.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Trouble(`there is no stage ${JSON.stringify(unknown)}: ${known.join(', ')}`)
  return names.length === 0 ? STAGES : STAGES.filter(({ name }) => names.includes(name))
}
