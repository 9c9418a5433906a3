import type { Clicks } from './clicks.ts'
import type { Conversion } from './receiver.ts'

/** What the hosts of one running funnel share. */
export type Context = {
  /** Scheme, host and port: `http://lp.localhost:4820`. */
  origin(host: string): string
  clicks: Clicks
  conversions: Conversion[]
  /** How often each thing that counts was asked for: see `/flaky` of the receiver. */
  asked: Map<string, number>
}
