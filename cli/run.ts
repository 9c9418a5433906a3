import { spawn } from 'node:child_process'

export interface RunOptions {
  cwd?: string
  env?: Record<string, string>
  /**
   * Where the program's output goes: to ours, or its standard output into the result. `held` keeps all of it back and
   * tells it on standard error when the program fails.
   */
  output?: 'inherit' | 'collect' | 'held'
}

const STDOUT = { inherit: 'inherit', collect: 'pipe', held: 'pipe' } as const

/**
 * Runs a program to its end.
 *
 * @returns its exit code (128 and more when a signal ended it), and its output when that is collected
 * @throws when it cannot be started
 */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env, output = 'inherit' }: RunOptions = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
      stdio: ['ignore', STDOUT[output], output === 'held' ? 'pipe' : 'inherit'],
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (ended, signal) => {
      const code = ended ?? (signal ? 128 : 1)
      const text = Buffer.concat(chunks).toString('utf8')
      if (output === 'held' && code !== 0) process.stderr.write(text)
      resolve({ code, output: text })
    })
  })
}
