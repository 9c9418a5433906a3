import type { Problem } from './problem.ts'
import type { Mode, Subject } from './subject.ts'

/** One check: what it looks for, and where it makes sense. */
export interface Check {
  modes: readonly Mode[]
  /** Pure, and total: whatever the template holds, it answers. */
  find(subject: Subject): Problem[]
}

export const EVERYWHERE: readonly Mode[] = ['template', 'live', 'paste']
/** Where a postback is sent, or was. */
export const POSTBACKS: readonly Mode[] = ['template', 'live']
