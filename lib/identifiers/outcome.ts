import type { Hop } from '../model/click-path.ts'
import type { Outcome } from '../model/identifier.ts'
import { canonicalName, lookUp } from './catalogue.ts'
import { isCommonValue } from './common-value.ts'
import { isIdLike } from './id-like.ts'
import { isDamage, likeness } from './likeness.ts'
import { placeholderIn } from './placeholder.ts'
import { sameSite } from './site.ts'
import type { Thread } from './thread.ts'
import { isGone, isInPage, lastDocument } from './trail.ts'

/** What became of a value by the path's last document. */
export function outcomeOf(thread: Thread, threads: readonly Thread[], hops: readonly Hop[]): Outcome {
  // What appeared after the last document had loaded appeared on it.
  const end = Math.max(lastDocument(hops), thread.start)
  const step = thread.trail[end - thread.start]
  // A cookie counts as there when it holds the value in any form.
  if (step?.where === 'cookie') return 'delivered'
  if (step && !isGone(step)) return isDamage(likeness(thread.value, step.value ?? '')) ? 'altered' : 'delivered'
  return isHandedOver(thread, threads, hops, end) ? 'handed-over' : 'lost'
}

function isHandedOver(thread: Thread, threads: readonly Thread[], hops: readonly Hop[], end: number): boolean {
  const { trail, start } = thread
  const lastThere = trail.findLastIndex((step, at) => at <= end - start && !isGone(step)) + start
  const cause = hops[lastThere + 1]?.cause
  if (cause === 'browser' || cause === 'extension') return false
  const next = hops.findIndex((hop, index) => index > lastThere && !isInPage(hop))
  const from = hops[lastThere]?.url ?? ''
  const isElsewhere = !sameSite(from, hops[next]?.url ?? '')

  const step = trail[next - start]
  if (step?.state === 'replaced') {
    const { name = '', value = '' } = step
    if (isCommonValue(value) || placeholderIn(value) !== null) return false
    return isElsewhere && lookUp(name, value)?.platform === null
  }
  return threads.some((heir) => heir.start === next && isHeir(heir, thread, isElsewhere))
}

/** Whether an identifier that appears where another one goes has been issued in its place. */
function isHeir(heir: Thread, gone: Thread, isElsewhere: boolean): boolean {
  if (heir.isCommon || !heir.isFresh) return false
  const { kind, platform, takesOver = false } = heir.entry
  if (canonicalName(heir.name) === canonicalName(gone.name)) return isElsewhere && platform === null
  if (kind === 'sub-id') return isElsewhere && isIdLike(heir.value)
  return takesOver || kind.endsWith('-click-id')
}
