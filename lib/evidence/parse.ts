import * as z from 'zod/mini'
import { Cut, Hop, type RecordedPath } from '../model/click-path.ts'
import { Evidence } from '../model/evidence.ts'
import { EVIDENCE_FORMAT, EVIDENCE_VERSION } from '../model/evidence-format.ts'
import { Landing } from '../model/landing.ts'
import { PostbackAttempt } from '../model/postback.ts'
import { buildEvidence } from './build.ts'
import { explainIssue } from './explain-issue.ts'

export type ParsedEvidence = { ok: true; evidence: Evidence } | { ok: false; message: string }

/** A path of which only the hops must be there; of a hop only its URL. */
const PathInput = z.object({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  startedAt: z.optional(z.string()),
  hops: z.array(Hop),
  cut: z.optional(Cut),
  landing: z.optional(Landing),
})
type PathInput = z.infer<typeof PathInput>

const Input = z.object({
  generator: z.optional(Evidence.shape.generator),
  exportedAt: z.optional(z.string()),
  paths: z.array(PathInput),
  postbacks: z.optional(z.array(PostbackAttempt)),
})

/**
 * Reads an evidence document that may come from anyone. Unknown keys are dropped, what may be left out is completed,
 * and everything below a path's hops is derived anew.
 *
 * @returns the document, or why it is none, with the place at fault. Never throws.
 */
export function parseEvidence(text: string): ParsedEvidence {
  const json = parseJson(text)
  if (json === undefined) return refuse('This is no JSON.')
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse('This is no evidence document.')
  const { format = EVIDENCE_FORMAT, version = EVIDENCE_VERSION } = json as { format?: unknown; version?: unknown }
  if (format !== EVIDENCE_FORMAT) return refuse(`This is no evidence document: its format is not "${EVIDENCE_FORMAT}".`)
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse('The version must be a whole number from 1.')
  if (version > EVIDENCE_VERSION)
    return refuse(
      `This document is of version ${version}, made by a newer Clickpath; this one reads version ${EVIDENCE_VERSION}. Update Clickpath to open it.`,
    )
  const input = z.safeParse(Input, json)
  if (!input.success) return refuse(explainIssue(input.error.issues[0]))
  const { paths, postbacks, generator = { name: 'unknown', version: '0' }, exportedAt } = input.data
  const completed = completePaths(paths)
  return {
    ok: true,
    evidence: buildEvidence({
      paths: completed,
      ...(postbacks && { postbacks }),
      generator,
      exportedAt: isDate(exportedAt) ? exportedAt : (completed[0]?.startedAt ?? isoTime(0)),
    }),
  }
}

const refuse = (message: string): ParsedEvidence => ({ ok: false, message })

function parseJson(text: string): unknown {
  try {
    // A byte order mark is no JSON, and some editors write one.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** Fills in ids (each once), start times and hop numbers. */
function completePaths(paths: readonly PathInput[]): RecordedPath[] {
  const ids = new Set<string>()
  return paths.map(({ id, name, startedAt, hops, cut, landing }, index) => {
    const wanted = id || `path-${index + 1}`
    let unique = wanted
    for (let copy = 2; ids.has(unique); copy++) unique = `${wanted}-${copy}`
    ids.add(unique)
    return {
      id: unique,
      ...(name !== undefined && { name }),
      startedAt: isDate(startedAt) ? startedAt : isoTime(hops[0]?.startedAt ?? 0),
      hops: hops.map((hop, position) => ({ ...hop, index: position })),
      ...(cut && { cut }),
      ...(landing && { landing }),
    }
  })
}

const isDate = (text: string | undefined): text is string => text !== undefined && !Number.isNaN(Date.parse(text))

/** ISO 8601 of milliseconds since the epoch; the epoch itself for what is no time. */
function isoTime(time: number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString()
}
