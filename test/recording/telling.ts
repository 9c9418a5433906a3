import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import type { Engine } from './engines.ts'

/** Times of a story, in ms: what a browser on a quick line takes. The exact figures matter to no test. */
export const STEP = { tick: 1, request: 3, answer: 20, commit: 12, person: 2_000, timer: 120 } as const

/** How a navigation begins. */
export interface Beginning {
  transition?: string
  qualifiers?: string[]
  method?: string
  /** Of a form, urlencoded. */
  body?: string
  /** The page that began it; absent when the browser did. */
  from?: string | undefined
  /** What the content script says of it. */
  word?: { userInitiated: boolean; how: 'link' | 'form' | 'meta-refresh' | 'reload' | 'traverse' | 'other' }
  element?: string
}

export interface Answer {
  status?: number
  fromCache?: boolean
  /** null where the browser knows none. */
  ip?: string | null
  setCookies?: { name: string; value: string }[]
  headers?: { name: string; value: string }[]
}

interface TabState {
  /** URL of the page that is shown. */
  page?: string | undefined
  /** Of the navigation under way. */
  requestId: string
  url: string
  method: string
  redirected: boolean
  beginning: Beginning
}

/** What every story is told with: the clock, the tabs, and the events of a beginning in the browser's own order. */
export class Telling {
  readonly events: CaptureEvent[] = []
  protected readonly engine: Engine
  protected tabId = 1
  private readonly tabs = new Map<number, TabState>()
  private time = Date.parse('2026-11-21T09:00:00Z')
  private requests = 0

  constructor(engine: Engine) {
    this.engine = engine
  }

  inTab(tabId: number): this {
    this.tabId = tabId
    return this
  }

  wait(ms: number): this {
    this.time += ms
    return this
  }

  protected byPage(url: string, beginning: Beginning): this {
    return this.begin(url, { from: this.tab().page, ...beginning })
  }

  protected begin(url: string, beginning: Beginning): this {
    this.asksFor(url, beginning)
    const { word, element } = beginning
    const isTraverse = word?.how === 'traverse'
    if (word && !isTraverse) this.saysSo(url, word, element)
    if (this.engine.requestFirst && !isTraverse) this.sent(beginning.body).wait(STEP.request).begun()
    else this.begun().wait(STEP.request).sent(beginning.body)
    // The browser begins a step through the history, and tells the page afterwards.
    if (word && isTraverse) this.saysSo(url, word, element)
    return this
  }

  protected saysSo(url: string, word: NonNullable<Beginning['word']>, element: string | undefined): void {
    const said = { ...word, ...(element === undefined ? {} : { element }) }
    this.say({ type: 'page-navigates', ...this.fact(url), ...said }).wait(STEP.tick)
  }

  protected begun(): this {
    return this.say({ type: 'navigation-begun', ...this.fact(this.tab().url) })
  }

  protected sent(body: string | undefined): this {
    const { method, beginning } = this.tab()
    return this.say({
      type: 'request-sent',
      ...this.requestFact(),
      method,
      ...(beginning.from === undefined ? {} : { initiator: this.engine.initiator(beginning.from) }),
      ...(body === undefined ? {} : { body }),
    })
  }

  /** A new request is under way in the tab. */
  protected asksFor(url: string, beginning: Beginning): void {
    const { page } = this.tab()
    this.requests += 1
    const requestId = String(this.requests)
    const method = beginning.method ?? 'GET'
    this.tabs.set(this.tabId, { page, requestId, url, method, redirected: false, beginning })
  }

  protected tab(): TabState {
    const known = this.tabs.get(this.tabId)
    return known ?? { requestId: '', url: '', method: 'GET', redirected: false, beginning: {} }
  }

  protected fact(url: string) {
    return { tabId: this.tabId, time: this.time, url }
  }

  protected requestFact() {
    const { url, requestId } = this.tab()
    return { ...this.fact(url), requestId }
  }

  protected say(event: CaptureEvent): this {
    this.events.push(event)
    return this
  }
}
