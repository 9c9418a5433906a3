const ESCAPES = /(?:%[0-9a-f]{2})+/gi

/**
 * Percent-decodes once. A `+` stays a `+`. Escapes that are broken or are no UTF-8 stay as they are, so that different
 * bytes never become the same text. Never throws.
 */
export function decodeOnce(raw: string): string {
  if (!raw.includes('%')) return raw
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw.replace(ESCAPES, decodeRun)
  }
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}
