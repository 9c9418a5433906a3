import type { Evidence } from '../model/evidence.ts'

/** How long the browser may need to begin reading the file. */
const RELEASE_AFTER_MS = 10_000

/** Hands a text to the person as a file of their own. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: fileName.endsWith('.csv') ? 'text/csv' : 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}

/** Hands out an evidence document, named after the time of its click. */
export function downloadEvidence(evidence: Evidence): void {
  const startedAt = evidence.paths[0]?.startedAt ?? evidence.exportedAt
  downloadText(`clickpath-${startedAt.replace(/[:.]/g, '-')}.json`, JSON.stringify(evidence, null, 2))
}
