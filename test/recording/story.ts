import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { CHROMIUM, type Engine, FIREFOX } from './engines.ts'

/** Times of a story, in ms: what a browser on a quick line takes. The exact figures matter to no test. */
const STEP = { tick: 1, request: 3, answer: 20, commit: 12, person: 2_000, timer: 120 } as const

/** How a navigation begins. */
interface Beginning {
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

interface Answer {
  status?: number
  fromCache?: boolean
  /** null where the browser knows none. */
  ip?: string | null
  setCookies?: { name: string; value: string }[]
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

/**
 * Tells a click as it is lived, and keeps the events that a browser gives for it, in its order and with its timing.
 *
 *     story().typed('https://trk.example/').redirect(302, 'https://lp.example/').lands().script('https://offer.example/').lands()
 *
 * A beginning (`typed`, `link`, `script` …) asks for a URL; `redirect` answers it and asks for the next; `lands` answers
 * it with a document. Everything happens in tab 1 until `opens` or `inTab` goes on in another.
 */
export class Story {
  readonly events: CaptureEvent[] = []
  private readonly engine: Engine
  private readonly tabs = new Map<number, TabState>()
  private tabId = 1
  private time = Date.parse('2026-11-21T09:00:00Z')
  private requests = 0

  constructor(engine: Engine) {
    this.engine = engine
  }

  // What a person begins

  /** The address bar, a bookmark, another program. */
  typed(url: string): this {
    return this.wait(STEP.person).begin(url, { transition: this.engine.typedTransition })
  }

  link(url: string, element = `<a href="${url}">go</a>`): this {
    return this.wait(STEP.person).byPage(url, { word: { userInitiated: true, how: 'link' }, element })
  }

  form(url: string, more: Pick<Beginning, 'method' | 'body'> = {}): this {
    return this.wait(STEP.person).byPage(url, { ...formBeginning(true), ...more })
  }

  reload(): this {
    return this.wait(STEP.person).begin(this.tab().page ?? '', { transition: 'reload' })
  }

  back(url: string): this {
    const word = { userInitiated: false, how: 'traverse' } as const
    return this.wait(STEP.person).begin(url, { qualifiers: ['forward_back'], word })
  }

  // What a page begins by itself

  /** `location.href`, `assign`, `replace`. */
  script(url: string): this {
    const qualifiers = this.engine.scriptQualifiers
    return this.wait(STEP.timer).byPage(url, { word: { userInitiated: false, how: 'other' }, qualifiers })
  }

  metaRefresh(url: string): this {
    const word = { userInitiated: false, how: 'meta-refresh' } as const
    const element = `<meta http-equiv="refresh" content="0;url=${url}">`
    return this.wait(STEP.timer).byPage(url, { word, qualifiers: ['client_redirect'], element })
  }

  submitsItself(url: string, more: Pick<Beginning, 'method' | 'body'> = {}): this {
    return this.wait(STEP.timer).byPage(url, { ...formBeginning(false), ...more })
  }

  /** A script calls `click()` on a link. */
  clicksItself(url: string): this {
    const word = { userInitiated: false, how: 'link' } as const
    return this.wait(STEP.timer).byPage(url, { word, element: `<a href="${url}">go</a>` })
  }

  reloadsItself(): this {
    const word = { userInitiated: false, how: 'reload' } as const
    return this.wait(STEP.timer).byPage(this.tab().page ?? '', { transition: 'reload', word })
  }

  /** A page in which no content script runs begins it; `from` another page than the tab's: a frame's. */
  unheard(url: string, more: Pick<Beginning, 'qualifiers' | 'transition' | 'from'> = {}): this {
    return this.wait(STEP.timer).byPage(url, more)
  }

  /** The page's address changes without a document. */
  address(kind: 'history' | 'fragment', url: string, qualifiers: string[] = []): this {
    this.tab().page = url
    return this.wait(STEP.timer).say({ type: 'address-changed', ...this.fact(url), kind, qualifiers })
  }

  // What comes of it

  /** A 30x, and the request for the URL that it names. */
  redirect(status: number, to: string, more: Answer & { internalReason?: string } = {}): this {
    this.answersRedirect(status, to, more)
    const tab = this.tab()
    const keepsBody = status === 307 || status === 308
    if (!keepsBody) tab.method = 'GET'
    tab.url = inheritFragment(to, tab.url)
    tab.redirected = true
    return this.wait(STEP.tick).sent(keepsBody ? tab.beginning.body : undefined)
  }

  /** A 30x whose URL is never asked for. */
  answersRedirect(status: number, to: string, more: Answer & { internalReason?: string } = {}): this {
    const { internalReason } = more
    return this.wait(STEP.answer).say({
      type: 'request-redirected',
      ...this.requestFact(),
      ...answerFacts({ status, ...(internalReason === undefined ? {} : { ip: null }), ...more }),
      // As the browser resolves it, with the fragment that the redirect inherits (RFC 9110, 10.2.2).
      to: inheritFragment(to, this.tab().url),
      ...(internalReason === undefined ? {} : { internalReason }),
    })
  }

  /** The document is there. `otherProcess`: Firefox begins it again where it is to live. */
  lands({ refresh, otherProcess, ...answer }: Answer & { refresh?: string; otherProcess?: true } = {}): this {
    this.answers(answer, refresh).wait(STEP.commit)
    if (otherProcess) this.beginsAgain()
    return this.shows()
  }

  /** Only the answer. */
  answers(answer: Answer = {}, refresh?: string): this {
    return this.wait(STEP.answer).say({
      type: 'response-started',
      ...this.requestFact(),
      ...answerFacts({ status: 200, ...answer }),
      ...(refresh === undefined ? {} : { refresh }),
    })
  }

  /** Only the commit, as when the page comes out of memory. `url`: where the page's own service worker sent it. */
  shows(url = this.tab().url): this {
    const tab = this.tab()
    const { transition = 'link', qualifiers = [] } = tab.beginning
    const isSentOn = tab.redirected || url !== tab.url
    tab.page = url
    return this.say({
      type: 'navigation-committed',
      ...this.fact(url),
      transition,
      qualifiers: [...(isSentOn ? ['server_redirect'] : []), ...qualifiers],
    })
  }

  /** An answer that brings no document: 204, a download. */
  bringsNoDocument(status = 204): this {
    return this.answers({ status }).wait(STEP.tick).givenUp()
  }

  /** No answer at all. */
  fails(error = 'net::ERR_NAME_NOT_RESOLVED'): this {
    this.wait(STEP.answer).say({ type: 'request-failed', ...this.requestFact(), error })
    return this.wait(STEP.tick).givenUp(error)
  }

  /** What is under way is dropped, because the person has begun something newer: it comes next. */
  overtaken(): this {
    return this.wait(STEP.person - 1)
      .dropped()
      .wait(1 - STEP.person)
  }

  /** What is under way is dropped: the stop button, or whatever else. */
  dropped(): this {
    this.say({ type: 'request-failed', ...this.requestFact(), error: 'net::ERR_ABORTED' })
    return this.givenUp()
  }

  /** webNavigation alone says that it came to nothing. */
  givenUp(error = this.engine.aborted): this {
    return this.say({ type: 'navigation-failed', ...this.fact(this.tab().url), error })
  }

  // Around it

  /** A page opens a tab, in which the story goes on. A click on a link or a form is heard, a script's is not. */
  opens(url: string, tabId: number, how: 'link' | 'form' | 'script' = 'link'): this {
    const opener = this.tab().page
    if (how !== 'script') this.clicks(url, how)
    const sourceTabId = this.tabId
    this.tabId = tabId
    this.wait(STEP.tick).say({ type: 'tab-opened', ...this.fact(url), sourceTabId })
    return this.wait(STEP.tick).begin(url, { from: opener })
  }

  /** A click on something that sends its URL to another tab, or out of a frame. */
  clicks(url: string, how: 'link' | 'form' = 'link'): this {
    const element = how === 'link' ? `<a href="${url}" target="_blank">go</a>` : '<form target="_blank"></form>'
    return this.wait(STEP.person).say({ type: 'page-targets', ...this.fact(url), how, element })
  }

  /** The browser asks for a page that nobody may ever come to. */
  prefetches(url: string): this {
    const tab = this.tab()
    this.wait(STEP.timer)
    this.tabs.set(this.tabId, { ...tab, ...this.request(url, { from: tab.page }) })
    this.sent(undefined).answers()
    return this
  }

  /** The page says that it leaves, and never does. */
  announces(url: string): this {
    return this.wait(STEP.timer).say({ type: 'page-navigates', ...this.fact(url), userInitiated: false, how: 'other' })
  }

  inTab(tabId: number): this {
    this.tabId = tabId
    return this
  }

  wait(ms: number): this {
    this.time += ms
    return this
  }

  private byPage(url: string, beginning: Beginning): this {
    return this.begin(url, { from: this.tab().page, ...beginning })
  }

  private begin(url: string, beginning: Beginning): this {
    const { page } = this.tab()
    this.tabs.set(this.tabId, { page, ...this.request(url, beginning) })
    const { word, element } = beginning
    const isTraverse = word?.how === 'traverse'
    if (word && !isTraverse) this.saysSo(url, word, element)
    if (this.engine.requestFirst && !isTraverse) this.sent(beginning.body).wait(STEP.request).begun()
    else this.begun().wait(STEP.request).sent(beginning.body)
    // The browser begins a step through the history, and tells the page afterwards.
    if (word && isTraverse) this.saysSo(url, word, element)
    return this
  }

  private saysSo(url: string, word: NonNullable<Beginning['word']>, element: string | undefined): void {
    const said = { ...word, ...(element === undefined ? {} : { element }) }
    this.say({ type: 'page-navigates', ...this.fact(url), ...said }).wait(STEP.tick)
  }

  private begun(): this {
    return this.say({ type: 'navigation-begun', ...this.fact(this.tab().url) })
  }

  private beginsAgain(): void {
    this.begun().wait(STEP.request).givenUp().wait(STEP.commit)
  }

  private sent(body: string | undefined): this {
    const { method, beginning } = this.tab()
    return this.say({
      type: 'request-sent',
      ...this.requestFact(),
      method,
      ...(beginning.from === undefined ? {} : { initiator: this.engine.initiator(beginning.from) }),
      ...(body === undefined ? {} : { body }),
    })
  }

  private request(url: string, beginning: Beginning): Omit<TabState, 'page'> {
    this.requests += 1
    return { requestId: String(this.requests), url, method: beginning.method ?? 'GET', redirected: false, beginning }
  }

  private tab(): TabState {
    const known = this.tabs.get(this.tabId)
    return known ?? { requestId: '', url: '', method: 'GET', redirected: false, beginning: {} }
  }

  private fact(url: string) {
    return { tabId: this.tabId, time: this.time, url }
  }

  private requestFact() {
    const { url, requestId } = this.tab()
    return { ...this.fact(url), requestId }
  }

  private say(event: CaptureEvent): this {
    this.events.push(event)
    return this
  }
}

const formBeginning = (userInitiated: boolean) =>
  ({ transition: 'form_submit', word: { userInitiated, how: 'form' }, element: '<form></form>' }) as const

function answerFacts({ status = 200, fromCache = false, ip = '192.0.2.1', setCookies }: Answer) {
  return { status, fromCache, ...(ip === null ? {} : { ip }), ...(setCookies === undefined ? {} : { setCookies }) }
}

/** A redirect that names no fragment goes on with the one it came with. */
function inheritFragment(to: string, from: string): string {
  const fragment = from.indexOf('#')
  return fragment < 0 || to.includes('#') ? to : to + from.slice(fragment)
}

/** A story as Chromium tells it. */
export const story = (): Story => new Story(CHROMIUM)

/** A story as Firefox tells it. */
export const firefoxStory = (): Story => new Story(FIREFOX)
