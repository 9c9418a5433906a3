import type { Endpoint } from '../model/endpoint.ts'
import type { Identifier } from '../model/identifier.ts'
import type { PostbackRequest } from '../model/postback.ts'
import type { Problem } from './checks/problem.ts'
import type { FilledMacro } from './fill.ts'
import { lint } from './lint.ts'
import { buildRequest } from './request/build-request.ts'

/** A postback before it is fired, as a page shows it. Holds no secret. */
export interface Prepared {
  /** With each secret as its macro. */
  request: PostbackRequest
  /** One for every occurrence; those that a secret fills are left out. */
  macros: FilledMacro[]
  /** Most severe first. */
  problems: Problem[]
}

/** Fills an endpoint from a click, and checks what comes of it. */
export function prepare(endpoint: Endpoint, identifiers: readonly Identifier[]): Prepared {
  const { shown, macros } = buildRequest(endpoint, identifiers)
  return {
    request: shown,
    macros: macros.filter(({ source }) => source?.kind !== 'secret'),
    problems: lint(endpoint, identifiers),
  }
}
