import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { attemptsAsCsv } from '../../../lib/postback/attempts/csv.ts'
import { attemptsAsJson } from '../../../lib/postback/attempts/json.ts'

interface AttemptFilesProps {
  attempts: readonly PostbackAttempt[]
  /** ISO 8601. */
  now: string
  onDownload(fileName: string, text: string): void
}

/** The attempts that are shown, as files. */
export function AttemptFiles({ attempts, now, onDownload }: AttemptFilesProps) {
  const name = `clickpath-attempts-${now.slice(0, 10)}`
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={attempts.length === 0}
        onClick={() => onDownload(`${name}.csv`, attemptsAsCsv(attempts))}
      >
        CSV
      </button>
      <button
        type="button"
        class="button"
        disabled={attempts.length === 0}
        onClick={() => onDownload(`${name}.json`, attemptsAsJson(attempts, now))}
      >
        JSON
      </button>
    </>
  )
}
