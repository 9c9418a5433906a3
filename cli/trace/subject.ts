import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { EVIDENCE_FORMAT } from '../../lib/model/evidence-format.ts'
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
 * @param folder where a relative file name begins
 * @throws Trouble when it is none of them
 */
export function readSubject(target: string, folder: string): Subject {
  const file = resolve(folder, target)
  // A file first: C:\funnels.json reads as a URL too, and no http URL is the name of a file.
  if (/^https?:/i.test(target) || !isFile(file)) {
    if (/\.json$/i.test(target) && !/^[a-z]+:\/\//i.test(target)) throw new Trouble(`${target}: there is no such file`)
    const problem = urlProblem(target)
    if (problem) throw new Trouble(problem)
    return { kind: 'url', url: target }
  }
  const text = read(target, file)
  return isEvidence(text)
    ? { kind: 'evidence', name: target, text }
    : { kind: 'funnels', funnels: readFunnelFile(target, text) }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

function read(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Trouble(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Known by its format; one that holds nothing but paths may leave that out. */
function isEvidence(text: string): boolean {
  try {
    const document: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof document !== 'object' || document === null) return false
    return 'format' in document ? document.format === EVIDENCE_FORMAT : 'paths' in document && !('funnels' in document)
  } catch {
    return false
  }
}
