import * as z from 'zod/mini'

/** How sure a fact is: read in its maker's documentation, seen in two or more public places, or known from memory. */
export const Confidence = z.enum(['documented', 'widely-used', 'recalled'])
export type Confidence = z.infer<typeof Confidence>
