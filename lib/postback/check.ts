import { acceptedValues } from './checks/accepted-values.ts'
import { address } from './checks/address.ts'
import { age } from './checks/age.ts'
import { ampersands } from './checks/ampersands.ts'
import { auth } from './checks/auth.ts'
import type { Check } from './checks/check.ts'
import { click } from './checks/click.ts'
import { damage } from './checks/damage.ts'
import { damagedId } from './checks/damaged-id.ts'
import { encoding } from './checks/encoding.ts'
import { findAll } from './checks/find-all.ts'
import { foreign } from './checks/foreign.ts'
import { halfMacro } from './checks/half-macro.ts'
import { macros } from './checks/macros.ts'
import { misspelt } from './checks/misspelt.ts'
import { nearHost } from './checks/near-host.ts'
import { payout } from './checks/payout.ts'
import type { Problem } from './checks/problem.ts'
import { punctuation } from './checks/punctuation.ts'
import { repeated } from './checks/repeated.ts'
import { required } from './checks/required.ts'
import { sender } from './checks/sender.ts'
import { slot } from './checks/slot.ts'
import type { CheckInput } from './checks/subject.ts'
import { fill } from './fill.ts'

/** Every check, in the order in which equally severe problems are told. */
export const CHECKS: readonly Check[] = [
  address,
  nearHost,
  punctuation,
  ampersands,
  encoding,
  repeated,
  macros,
  misspelt,
  halfMacro,
  foreign,
  sender,
  click,
  damagedId,
  slot,
  age,
  damage,
  required,
  acceptedValues,
  payout,
  auth,
]

/** What is wrong with a template that is about to be filled from a click, and fired. */
export function checkTemplate({ template, ...about }: Omit<CheckInput, 'mode' | 'filled'>): Problem[] {
  return findAll(CHECKS, template.url, (url) => {
    const written = { ...template, url }
    return { ...about, mode: 'template', template: written, filled: fill(written, about.identifiers) }
  })
}

/** What is wrong with a callback that somebody sent, as it was pasted in. */
export function checkLive(url: string, about: Omit<CheckInput, 'mode' | 'filled' | 'template'>): Problem[] {
  return findAll(CHECKS, url, (url) => ({ ...about, mode: 'live', ...asItIs(url) }))
}

/** What is wrong with a URL that will be pasted at a platform which fills its own macros. */
export function checkPaste(url: string, about: Omit<CheckInput, 'mode' | 'filled' | 'template'>): Problem[] {
  return findAll(CHECKS, url, (url) => ({ ...about, mode: 'paste', ...asItIs(url) }))
}

const asItIs = (url: string) => ({
  template: { url, mapping: {}, values: {} },
  filled: { url, macros: [] },
})
