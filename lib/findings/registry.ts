import type { Rule } from './rule.ts'
import { cachedRedirect } from './rules/cached-redirect.ts'
import { hopFailed } from './rules/hop-failed.ts'
import { httpTracker } from './rules/http-tracker.ts'
import { httpsDowngrade } from './rules/https-downgrade.ts'
import { idAltered } from './rules/id-altered.ts'
import { idCaseChanged } from './rules/id-case-changed.ts'
import { idDoubleEncoded } from './rules/id-double-encoded.ts'
import { idDuplicated } from './rules/id-duplicated.ts'
import { idPlusDecoded } from './rules/id-plus-decoded.ts'
import { idReplaced } from './rules/id-replaced.ts'
import { idStripped } from './rules/id-stripped.ts'
import { idTruncated } from './rules/id-truncated.ts'
import { longFbclid } from './rules/long-fbclid.ts'
import { macroNotReplaced } from './rules/macro-not-replaced.ts'
import { malformedQuery } from './rules/malformed-query.ts'
import { noDestination } from './rules/no-destination.ts'
import { oddShape } from './rules/odd-shape.ts'
import { outboundLinkWithoutId } from './rules/outbound-link-without-id.ts'
import { permanentRedirect } from './rules/permanent-redirect.ts'
import { redirectLoop } from './rules/redirect-loop.ts'
import { slowHop } from './rules/slow-hop.ts'
import { staleClickId } from './rules/stale-click-id.ts'
import { strippedByBrowser } from './rules/stripped-by-browser.ts'
import { strippedByExtension } from './rules/stripped-by-extension.ts'
import { tooManyHops } from './rules/too-many-hops.ts'

/** Every rule, in the order in which findings of one severity on one hop are told. */
export const RULES: readonly Rule[] = [
  hopFailed,
  redirectLoop,
  macroNotReplaced,
  idStripped,
  idReplaced,
  idTruncated,
  idCaseChanged,
  idDoubleEncoded,
  idPlusDecoded,
  idAltered,
  strippedByBrowser,
  strippedByExtension,
  idDuplicated,
  malformedQuery,
  cachedRedirect,
  httpsDowngrade,
  outboundLinkWithoutId,
  noDestination,
  permanentRedirect,
  httpTracker,
  oddShape,
  longFbclid,
  staleClickId,
  tooManyHops,
  slowHop,
]
