import type { CommandInput } from '../model/command.ts'
import type { Reply } from './messages.ts'

interface Api {
  runtime: { sendMessage(message: CommandInput): Promise<unknown> }
}

/**
 * Asks the background to do something.
 *
 * @throws when it could not, with the background's words
 */
export async function command<T>({ runtime }: Api, what: CommandInput): Promise<T> {
  const reply = (await runtime.sendMessage(what)) as Reply | undefined
  if (!reply) throw new Error('The extension did not understand its own page: close the popup and open it again.')
  if ('error' in reply) throw new Error(reply.error)
  return reply.value as T
}
