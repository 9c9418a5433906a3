import * as z from 'zod/mini'
import { KeptValue, Landing, OutboundLink, type Shelf } from './landing.ts'
import { MAX_KEPT, MAX_KEPT_LENGTH, MAX_LINK_LENGTH, MAX_LINKS, MAX_PAGE_URL, MAX_REL } from './landing-limits.ts'

/** What the content script is asked: the only names that it reads. A `*` at the end of a name stands for anything. */
export interface PageQuestion {
  type: 'inspect-page'
  names: Record<Shelf, readonly string[]>
}

const text = (most: number) => z.string().check(z.maxLength(most))

/** What it answers. It comes from a process that runs strangers' pages, so its shape and its bounds are checked. */
export const PageAnswer = z.extend(z.omit(Landing, { at: true }), {
  url: text(MAX_PAGE_URL),
  kept: z
    .array(z.extend(KeptValue, { name: text(MAX_KEPT_LENGTH), value: text(MAX_KEPT_LENGTH) }))
    .check(z.maxLength(MAX_KEPT)),
  links: z
    .array(
      z.extend(OutboundLink, {
        url: text(MAX_LINK_LENGTH),
        body: z.optional(text(MAX_LINK_LENGTH)),
        rel: z.optional(text(MAX_REL)),
      }),
    )
    .check(z.maxLength(MAX_LINKS)),
})
export type PageAnswer = z.infer<typeof PageAnswer>
