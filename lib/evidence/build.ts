import { judge } from '../findings/judge.ts'
import type { RecordedPath } from '../model/click-path.ts'
import type { Evidence } from '../model/evidence.ts'
import { EVIDENCE_FORMAT, EVIDENCE_VERSION } from '../model/evidence-format.ts'
import type { PostbackAttempt } from '../model/postback.ts'

interface Contents {
  paths: readonly RecordedPath[]
  /** Left out of the document when there are none. */
  postbacks?: readonly PostbackAttempt[]
  generator: Evidence['generator']
  /** ISO 8601. */
  exportedAt: string
}

/** Puts an evidence document together. Whatever the paths say below their hops is derived anew. */
export function buildEvidence({ paths, postbacks = [], generator, exportedAt }: Contents): Evidence {
  return {
    format: EVIDENCE_FORMAT,
    version: EVIDENCE_VERSION,
    generator,
    exportedAt,
    paths: paths.map(judge),
    ...(postbacks.length > 0 && { postbacks: [...postbacks] }),
  }
}
