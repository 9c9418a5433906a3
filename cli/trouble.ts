/** Exit codes of every command. */
export const EXIT = {
  done: 0,
  /** A funnel did not do what its file expects; a check failed. */
  failed: 1,
  /** The command could not do its work: what it was given is wrong, or something is missing on this machine. */
  trouble: 2,
} as const

/** Something the person can mend, told in one message without a stack. */
export class Trouble extends Error {
  override name = 'Trouble'
}

/** What to print of an error: the message of a known trouble, the stack of an unforeseen one. */
export function tell(error: unknown): string {
  if (error instanceof Trouble) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
