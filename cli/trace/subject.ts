import { readFileSync, statSync } from 'node:fs'
import { EVIDENCE_FORMAT } from '../../lib/model/evidence.ts'
import { type ReadFunnels, readFunnelFile } from '../funnels/read-funnel-file.ts'
import { Trouble } from '../trouble.ts'
import { urlProblem } from '../walk/url-problem.ts'

/** What a command is asked to trace. */
export type Subject =
  | { kind: 'url'; url: string }
  | { kind: 'funnels'; funnels: ReadFunnels }
  | { kind: 'evidence'; name: string; text: string }

/**
 * Makes out whether an argument is a URL, a funnel file or an evidence document.
 *
 * @throws Trouble when it is none of them
 */
export function readSubject(target: string): Subject {
  // A file first: C:\funnels.json reads as a URL too, and no http URL is the name of a file.
  if (/^https?:/i.test(target) || !isFile(target)) {
    if (/\.json$/i.test(target) && !/^[a-z]+:\/\//i.test(target)) throw new Trouble(`${target}: there is no such file`)
    const problem = urlProblem(target)
    if (problem) throw new Trouble(problem)
    return { kind: 'url', url: target }
  }
  const text = read(target)
  return isEvidence(text)
    ? { kind: 'evidence', name: target, text }
    : { kind: 'funnels', funnels: readFunnelFile(target, text) }
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() === true
}

function read(name: string): string {
  try {
    return readFileSync(name, 'utf8')
  } catch (error) {
    throw new Trouble(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function isEvidence(text: string): boolean {
  try {
    const document: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return (
      typeof document === 'object' && document !== null && 'format' in document && document.format === EVIDENCE_FORMAT
    )
  } catch {
    return false
  }
}
