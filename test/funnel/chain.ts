import { type Answer, redirectAnswer } from './answer.ts'
import { chainHost } from './chain-host.ts'
import type { Context } from './context.ts'
import { OFFER } from './hosts.ts'
import { fieldsOf, passOn } from './query.ts'
import type { RecordedRequest } from './request-log.ts'

const CHAIN = /^\/chain\/(\d{1,2})$/

/**
 * `/chain/12`: twelve 302 redirects, each to the other host, down to `/chain/1`, which leads to the offer. Adds a click
 * ID of its own where none came in, so each walk has a unique one. Browsers follow 20 redirects at most.
 * @returns undefined when the path is none of a chain
 */
export function answerChain({ path, query }: RecordedRequest, { clicks, origin }: Context): Answer | undefined {
  const left = Number(CHAIN.exec(path)?.[1] ?? 0)
  if (left === 0) return undefined
  const carried = fieldsOf(query).some(([name]) => name === 'clickid')
  const next = passOn(query, carried ? {} : { issue: 'clickid' }, clicks.issue)
  const target = left === 1 ? `${origin(OFFER)}/offer/chain` : `${origin(chainHost(left - 1))}/chain/${left - 1}`
  return redirectAnswer(`${target}?${next}`)
}
