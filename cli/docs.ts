import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withTables } from './docs/identifiers-page.ts'
import { ROOT } from './root.ts'

/** `npm run docs`: the tables of docs/IDENTIFIERS.md are made from the catalogue. */
const file = join(ROOT, 'docs/IDENTIFIERS.md')
writeFileSync(file, withTables(readFileSync(file, 'utf8')))
