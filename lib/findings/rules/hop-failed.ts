import { cut, placeOf } from '../blame.ts'
import { errorWords, isHarmless, isRedirectLimit } from '../network-error.ts'
import type { Rule } from '../rule.ts'
import { hopNumber } from '../words.ts'

export const hopFailed: Rule = {
  id: 'hop-failed',
  severity: 'error',
  title: 'A hop failed',
  why: 'The click was paid for, and the visitor saw an error.',
  fix: 'Mend the host or the link that leads to it.',
  check: ({ hops }) =>
    hops.flatMap((hop, index) => {
      const what = failure(hop)
      if (what === null) return []
      const by = index === 0 ? '' : ` ${placeOf(hops[index - 1])} led there.`
      return {
        rule: 'hop-failed',
        severity: 'error',
        hop: index,
        title: `${hopNumber(index).replace('h', 'H')} failed: ${what}`,
        detail: `${placeOf(hop)}${hop.status === null ? '' : ` answered ${hop.status}`}${hop.error === null ? '' : ` (${cut(hop.error, 80)})`}.${by}`,
        fix: fixOf(hop.status, placeOf(hop)),
      }
    }),
}

function failure({ status, error, url }: { status: number | null; error: string | null; url: string }): string | null {
  if (error !== null && error !== '' && !isRedirectLimit(error) && !isHarmless(error) && /^https?:/i.test(url))
    return errorWords(error)
  return status !== null && status >= 400 ? `it answered ${status}` : null
}

function fixOf(status: number | null, place: string): string {
  if (status === null)
    return `Check the host name, DNS, certificate and firewall of ${place}, and the link that leads to it.`
  if (status >= 500) return `Look into the server log of ${place}: it failed to answer this URL.`
  if (status === 404 || status === 410) return `Correct the link that leads to ${place}, or bring the page back.`
  return `Find out why ${place} refuses this request (bot or geo filter, a missing parameter, a login).`
}
