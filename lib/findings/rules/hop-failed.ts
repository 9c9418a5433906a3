import type { Hop } from '../../model/click-path.ts'
import { cut, placeOf } from '../blame.ts'
import { aboutHost, BY_PROXY, explainError, isHarmless, isRedirectLimit } from '../network-error.ts'
import { fixOfStatus } from '../refusal.ts'
import type { Rule } from '../rule.ts'
import { hopNumberFirst } from '../words.ts'

export const hopFailed: Rule = {
  id: 'hop-failed',
  severity: 'error',
  title: 'A hop failed',
  why: 'The click was paid for, and the visitor saw an error.',
  fix: 'Mend the host or the link that leads to it.',
  check: ({ hops }) =>
    hops.flatMap((hop, index) => {
      const failed = failure(hop) ?? refusedRedirect(hop)
      if (failed === null) return []
      const by = index === 0 ? '' : ` ${placeOf(hops[index - 1])} led there.`
      return {
        rule: 'hop-failed',
        severity: 'error',
        hop: index,
        title: `${hopNumberFirst(index)} failed: ${failed.words}`,
        detail: `${placeOf(hop)}${hop.status === null ? '' : ` answered ${hop.status}`}${hop.error === null ? '' : `: ${cut(hop.error, 80)}`}.${by}`,
        fix: failed.fix,
      }
    }),
}

/** Nobody waits longer for a page: a request that was given up after this many ms was given up because of the server. */
const PATIENCE_MS = 10_000

/** A proxy asks for a login (RFC 9110, 15.5.8); a server asks by 401. */
const PROXY_LOGIN = 407

function failure(hop: Hop): { words: string; fix: string } | null {
  const { status, error, url, durationMs } = hop
  if (error === null && (status === null || status < 400)) return null
  const place = placeOf(hop)
  if (status === PROXY_LOGIN) return aboutHost(BY_PROXY, place)
  if (status === null && error !== null && isHarmless(error) && durationMs !== null && durationMs >= PATIENCE_MS)
    return explainError('TIMED_OUT', place)
  const isFault = error !== null && error !== '' && !isRedirectLimit(error) && !isHarmless(error)
  if (isFault && /^https?:/i.test(url)) return explainError(error, place)
  return status !== null && status >= 400 ? { words: `${place} answered ${status}`, fix: fixOfStatus(hop) } : null
}

/** Schemes to which browsers let a page go, or nobody, but no server. */
const NOT_FOR_SERVERS = /^(?:javascript|data|blob|about|file|view-source|chrome|(?:chrome|moz)-extension|resource):/i

/** A redirect to where a browser lets no server lead. */
function refusedRedirect({ cause, url }: Hop): { words: string; fix: string } | null {
  const [scheme] = NOT_FOR_SERVERS.exec(url) ?? []
  if (cause !== 'http-redirect' || scheme === undefined) return null
  return {
    words: `browsers follow no redirect to ${scheme}`,
    fix: 'Correct the destination of the redirect: a server may lead to https, http or an app.',
  }
}
