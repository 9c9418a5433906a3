import { CHROMIUM, FIREFOX } from './engines.ts'
import { type Answer, type Beginning, STEP, Telling } from './telling.ts'

/**
 * Tells a click as it is lived, and keeps the events that a browser gives for it, in its order and with its timing.
 *
 *     story().typed('https://trk.example/').redirect(302, 'https://lp.example/').lands().script('https://offer.example/').lands()
 *
 * A beginning (`typed`, `link`, `script` …) asks for a URL; `redirect` answers it and asks for the next; `lands` answers
 * it with a document. Everything happens in tab 1 until `opens` or `inTab` goes on in another.
 */
export class Story extends Telling {
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

  /** A click on something that the page's word does not name. */
  clicksUnnamed(url: string, how: 'reload' | 'other'): this {
    const transition = how === 'reload' ? 'reload' : 'link'
    return this.wait(STEP.person).byPage(url, { word: { userInitiated: true, how }, transition })
  }

  reload(): this {
    return this.wait(STEP.person).begin(this.tab().page ?? '', { transition: 'reload' })
  }

  back(url: string): this {
    const word = { userInitiated: false, how: 'traverse' } as const
    return this.wait(STEP.person).begin(url, { qualifiers: ['forward_back'], word })
  }

  /**
   * A tab that was closed is opened again, is doubled, or comes back with the session. Firefox tells of the page as of one
   * that is there before it begins to load it.
   */
  reopened(url: string, afterMs: number = 2 * STEP.answer): this {
    this.wait(STEP.person).asksFor(url, {})
    if (this.engine === FIREFOX) this.shows().wait(afterMs)
    return this.begin(url, { qualifiers: ['forward_back'] })
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
  lands({
    refresh,
    otherProcess,
    ...answer
  }: Answer & { refresh?: string; otherProcess?: true; mute?: true } = {}): this {
    this.answers(answer, refresh).wait(STEP.commit)
    if (otherProcess) this.begun().wait(STEP.request).givenUp().wait(STEP.commit)
    return this.shows()
  }

  /** Only the answer. */
  answers({ mute, ...answer }: Answer & { mute?: true } = {}, refresh?: string): this {
    return this.wait(STEP.answer).say({
      type: 'response-started',
      ...this.requestFact(),
      ...answerFacts({ status: 200, ...answer }),
      ...(refresh === undefined ? {} : { refresh }),
      ...(mute && { mute }),
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
    this.wait(STEP.timer).asksFor(url, { from: this.tab().page })
    return this.sent(undefined).answers()
  }

  /** The page says that it leaves, and never does. */
  announces(url: string): this {
    return this.wait(STEP.timer).say({ type: 'page-navigates', ...this.fact(url), userInitiated: false, how: 'other' })
  }
}

const formBeginning = (userInitiated: boolean) =>
  ({ transition: 'form_submit', word: { userInitiated, how: 'form' }, element: '<form></form>' }) as const

function answerFacts({ status = 200, fromCache = false, ip = '192.0.2.1', setCookies, headers }: Answer) {
  return {
    status,
    fromCache,
    ...(ip === null ? {} : { ip }),
    ...(setCookies === undefined ? {} : { setCookies }),
    ...(headers === undefined ? {} : { headers }),
  }
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
