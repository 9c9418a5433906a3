import type { AnswerHeader } from '../model/click-path.ts'
import { MAX_HEADER_LENGTH, MAX_HEADERS } from './limits.ts'

/**
 * Headers that tell what software gave an answer, and so where it is configured, and whether browsers may keep it.
 * Others are never kept: they may hold what is nobody's business.
 */
const TELLING: ReadonlySet<string> = new Set(
  (
    'server via powered-by x-powered-by x-redirect-by x-generator x-pingback x-served-by x-cache cache-control ' +
    'cf-ray cf-cache-status cf-mitigated x-amz-cf-id x-vercel-id x-nf-request-id x-shopid x-shopify-stage ' +
    'x-wix-request-id x-hs-hub-id engine'
  ).split(' '),
)

/** The telling headers of an answer, each name once, in the order of the answer. */
export function tellingHeaders(headers: readonly { name: string; value?: string | undefined }[] = []): AnswerHeader[] {
  const told: AnswerHeader[] = []
  for (const header of headers) {
    const name = header.name.toLowerCase()
    if (!TELLING.has(name) || !header.value || told.some((known) => known.name === name)) continue
    if (told.push({ name, value: header.value.slice(0, MAX_HEADER_LENGTH) }) === MAX_HEADERS) break
  }
  return told
}
