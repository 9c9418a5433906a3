import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withChecks } from './docs/checks-page.ts'
import { withTables } from './docs/identifiers-page.ts'
import { ROOT } from './root.ts'

/** `npm run docs`: the tables of docs/IDENTIFIERS.md are made from the catalogue, that of docs/CHECKS.md by the checker. */
const PAGES = { 'docs/IDENTIFIERS.md': withTables, 'docs/CHECKS.md': withChecks }
for (const [page, make] of Object.entries(PAGES)) {
  const file = join(ROOT, page)
  writeFileSync(file, make(readFileSync(file, 'utf8')))
}
