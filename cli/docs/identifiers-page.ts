import { identifierTables } from './identifier-tables.ts'

const MARK = '<!-- made by `npm run docs` from lib/identifiers; what stands below is overwritten -->'

/** The page with its tables as they should be now; what is written by hand above them stays. */
export const withTables = (page: string): string =>
  `${page.split(MARK)[0]?.trimEnd()}\n\n${MARK}\n\n${identifierTables()}`
