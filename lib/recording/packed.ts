import * as z from 'zod/mini'
import { Commit, Failure, Leg, Navigation } from './recording.ts'

/*
 * A navigation as storage keeps it: the schema that reads it back. What makes and unmakes it needs no schema: pack.ts.
 *
 * Most URLs of a chain stand in a navigation several times: as where one request was sent on to and as what the next one
 * asked for, as the first request's and the navigation's own, as the last one's and the document's. Storage is bounded
 * and URLs are long, so there each is kept once, times are counted from the navigation's own, and what the key says or
 * is so most often is not kept at all.
 */

const PackedLeg = z.object({
  ...Leg.shape,
  /** Absent where it is what the request before was sent on to; of the first, where it is the navigation's own. */
  url: z.optional(z.string()),
})

/** Absent where it is what the requests led to. */
const endUrl = z.optional(z.string())

const { tabId: _tabId, number: _number, ...facts } = Navigation.shape
const Packed = z.object({
  ...facts,
  /** Absent for a document. */
  kind: z.optional(Navigation.shape.kind),
  legs: z.array(PackedLeg),
  commit: z.optional(
    z.object({
      ...Commit.shape,
      url: endUrl,
      /** Absent for a link. */
      transition: z.optional(z.string()),
      /** Absent where there are none. */
      qualifiers: z.optional(z.array(z.string())),
    }),
  ),
  failure: z.optional(z.object({ ...Failure.shape, url: endUrl })),
})
export type Packed = z.infer<typeof Packed>

/** What storage holds of a navigation, a line for each request after its own; undefined when it cannot be read. */
export function readPacked(value: unknown): Packed | undefined {
  try {
    const [navigation, ...legs] = String(value)
      .split('\n')
      .map((line) => JSON.parse(line))
    return Packed.safeParse({ ...navigation, legs }).data
  } catch {
    return undefined
  }
}
