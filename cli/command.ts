import { EXIT, tell } from './trouble.ts'

/** Progress and complaints: standard error, a line each. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Writes to standard output and resolves when it is out; a reader that went away is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.once('error', () => resolve())
    process.stdout.write(text, () => resolve())
  })
}

/**
 * Runs a command to its end and leaves with its exit code, whatever a browser's driver still holds open.
 *
 * @param main gives the exit code; what it throws is told on standard error
 */
export async function runCommand(main: () => Promise<number>): Promise<never> {
  let code: number
  try {
    code = await main()
  } catch (error) {
    say(tell(error))
    code = EXIT.trouble
  }
  process.exit(code)
}
