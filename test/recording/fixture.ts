import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import type { Cause, SetCookie } from '../../lib/model/click-path.ts'

/** A hop as a fixture expects it. Host without port, path without query. */
export interface FixtureHop {
  host: string
  path: string
  cause: Cause
  /** null where there is no answer. */
  status: number | null
  /** GET when absent. */
  method?: string
  /** The hop is the first of a tab that the hop before opened. */
  newTab?: true
  /** The answer came from the HTTP cache. */
  fromCache?: true
  /** The browser gave an error for it. */
  fails?: true
  /** Something in the browser refused the request. */
  blocked?: true
  // Only compared where they are named:
  /** With its `#`. */
  fragment?: string
  /** What is kept of a form's body. */
  body?: string
  /** The link or form that began it. */
  element?: string
  /** Address of the server. */
  ip?: string
  setCookies?: SetCookie[]
  /** At least so long. */
  tookMs?: number
  /** What the error is told as. */
  says?: string
  /** Its URL has at least so many characters. */
  urlLength?: number
}

/** What a walk should give, as whoever described the walk says: never as the code under test does. */
export interface FixtureExpectation {
  /** Oldest first. */
  paths: FixtureHop[][]
  /** The browser goes on until it gives up: the hops are only the first ones. */
  endless?: true
}

/** What a real browser told the extension during one walk. */
export interface Fixture {
  scenario: string
  browser: 'chromium' | 'firefox'
  expected: FixtureExpectation
  /** As they arrived. Ports, tab ids, request ids and the clock are made the same in every recording. */
  events: CaptureEvent[]
}
