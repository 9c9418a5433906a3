import type { Hop } from '../../lib/model/click-path.ts'

/** What begins at an element that its page could name. */
const BY_ELEMENT = ['link', 'form', 'meta-refresh']

/** What hops fail to say, or say wrongly, that a browser tells of any walk; each named by its hop. */
export const missingEvidence = (hops: readonly Hop[]): string[] =>
  hops.flatMap((hop, index) => {
    const { cause, status, error, fromCache, ip, durationMs, element, startedAt } = hop
    const before = hops[index - 1]?.startedAt ?? startedAt
    const wrong = {
      'an answer without a server': status !== null && !fromCache && ip === undefined,
      'a server without an answer': status === null && ip !== undefined,
      'an answer that took no time': status !== null && durationMs === null,
      'less than no time': durationMs !== null && durationMs < 0,
      // One that breaks off or cannot be unpacked has both.
      'an answer, and that it was given up': status !== null && error !== null && /ABORTED|2152398850/.test(error),
      'no element': BY_ELEMENT.includes(cause) && element === undefined,
      'a beginning before that of the hop before': startedAt < before,
    }
    return Object.entries(wrong).flatMap(([what, is]) => (is ? [`${what}: ${cause} ${status} ${hop.url}`] : []))
  })
