import * as z from 'zod/mini'

/** Where a page can keep a click ID. */
export const Shelf = z.enum(['cookie', 'localStorage', 'sessionStorage'])
export type Shelf = z.infer<typeof Shelf>

/** What a page keeps under a name that the catalogue knows. */
export const KeptValue = z.object({ where: Shelf, name: z.string(), value: z.string() })
export type KeptValue = z.infer<typeof KeptValue>

/** A link or form of the page that leads to another site. */
export const OutboundLink = z.object({
  how: z.enum(['link', 'form']),
  /** Absolute; of a GET form without the query, which its fields replace. */
  url: z.string(),
  /** A form's hidden fields, urlencoded, as far as they name identifiers. */
  body: z.optional(z.string()),
  /** It stands in the page's footer or navigation. */
  aside: z.optional(z.boolean()),
  /** Its `rel`. */
  rel: z.optional(z.string()),
})
export type OutboundLink = z.infer<typeof OutboundLink>

/** What the last document of a path said when it was asked: what it keeps of the click, and where its links lead. */
export const Landing = z.object({
  /** When it was asked, in ms since the epoch. */
  at: z.number(),
  /** Its address then. */
  url: z.string(),
  kept: z.array(KeptValue),
  /** Those that lead to another site, each once. */
  links: z.array(OutboundLink),
  /** Further links to other sites that there was no room for. */
  moreLinks: z.optional(z.int()),
})
export type Landing = z.infer<typeof Landing>

/** What became of an identifier on the landing page's own shelves: derived, one row a name that matters to this click. */
export const Keeping = z.object({
  /** The identifier's name on the path; null for the visitor ID of a platform whose click this is. */
  identifier: z.nullable(z.string()),
  where: Shelf,
  name: z.string(),
  /**
   * `this-click`: its value, whole; `damaged`: what is left of it; `another-click`: the value of another click;
   * `visitor`: the platform's own visitor ID; `nothing`: the page has nothing under a name that the platform's tag sets.
   */
  holds: z.enum(['this-click', 'damaged', 'another-click', 'visitor', 'nothing']),
  value: z.optional(z.string()),
  /** Scripts of the page cannot read it: a hop's answer set it. */
  httpOnly: z.optional(z.boolean()),
  /** Who sets it. */
  setBy: z.string(),
})
export type Keeping = z.infer<typeof Keeping>
