import * as z from 'zod/mini'

/** What the content script says of its page. It comes from a process that runs strangers' pages, so it is checked. */
export const PageReport = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('page-navigates'),
    time: z.number(),
    url: z.string(),
    userInitiated: z.boolean(),
    how: z.enum(['link', 'form', 'meta-refresh', 'reload', 'traverse', 'other']),
    element: z.optional(z.string()),
  }),
  z.object({
    type: z.literal('page-targets'),
    time: z.number(),
    url: z.string(),
    how: z.enum(['link', 'form']),
    element: z.optional(z.string()),
  }),
])
export type PageReport = z.infer<typeof PageReport>
