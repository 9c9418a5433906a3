import type { Hop } from '../model/click-path.ts'

/** What leads on with nobody's doing. */
export const BY_ITSELF: ReadonlySet<Hop['cause']> = new Set([
  'http-redirect',
  'meta-refresh',
  'refresh-header',
  'script',
  'hsts',
  'service-worker',
])
