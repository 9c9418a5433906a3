import type { Identifier } from '../model/identifier.ts'
import type { PostbackTemplate } from '../model/postback.ts'
import { address } from './checks/address.ts'
import type { Check } from './checks/check.ts'
import { click } from './checks/click.ts'
import { damage } from './checks/damage.ts'
import { findAll } from './checks/find-all.ts'
import { foreign } from './checks/foreign.ts'
import { macros } from './checks/macros.ts'
import type { Problem } from './checks/problem.ts'
import { punctuation } from './checks/punctuation.ts'
import { repeated } from './checks/repeated.ts'
import { type Filling, fill } from './fill.ts'

export type { Problem } from './checks/problem.ts'

/** The checks that need to know nothing but the template and the click. */
const PLAIN_CHECKS: readonly Check[] = [address, punctuation, repeated, macros, foreign, click, damage]

/** What is wrong with a postback before it is fired for a click, most severe first. */
export function lint(template: Filling & Pick<PostbackTemplate, 'url'>, identifiers: readonly Identifier[]): Problem[] {
  return findAll(PLAIN_CHECKS, template.url, (url) => {
    const written = { ...template, url }
    return { mode: 'template', template: written, filled: fill(written, identifiers), identifiers }
  })
}
