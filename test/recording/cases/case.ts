import type { BrowserName, ClickHow, Tab } from '../../../cli/browsers/session.ts'
import type { FixtureExpectation, FixtureHop } from '../fixture.ts'
import type { CasePage } from './serve-case.ts'
import type { SurroundingsName } from './surroundings.ts'

/** A walk that the demo funnel does not have: what a browser does beside a funnel, and what people and pages get up to. */
export interface Case {
  id: string
  /** Host and path → answer; `PORT` stands for the server's port. */
  pages: Record<string, CasePage>
  walk(way: CaseWay): Promise<void>
  expected: FixtureExpectation
  /** The browsers it is about; both when absent. */
  only?: BrowserName
  /** What the browser is started with for it. */
  surroundings?: SurroundingsName
  /** Why no fixture is made of it: there it is only walked live. */
  unrecorded?: string
  /** Why it is not walked live: there it is only told from its fixture. */
  unwalked?: string
  /** Its page must stay the one that is looked at: the browser does less for those behind. */
  alone?: true
  /** Its first page carries nothing, and is forgotten once something else is there. */
  forgets?: true
}

export interface CaseWay {
  tab: Tab
  /** Absolute URL of a page of the case, given as `ads.localhost/page?x=1`. */
  url(page: string): string
  /** Of the case's server. */
  port: number
  asked(page: string): Promise<void>
  /** Ends the server: its port refuses every connection. */
  close(): Promise<void>
  /** Resolves when the browser has had nothing more to say for a while. */
  rest(): Promise<void>
}

/** How long a page may take to show what is to be clicked, on a machine that does much else. */
export const CLICK_MS = 15_000

/** A click ID of nobody. */
export const ID = 'fbclid=IwAR0demoClickIdOfNobody123'
/** Where most of them lead. */
export const LP = `http://lp.localhost:PORT/end?${ID}`
/** Neither the HTTP cache nor the memory of pages may answer. */
export const FRESH = { 'cache-control': 'no-store' }
export const END = { 'lp.localhost/end': { html: 'the end', headers: FRESH } }

/** A hop of the expectation; `page` as in `ads.localhost/page`. */
export const hop = (
  page: string,
  cause: FixtureHop['cause'],
  status: number | null = 200,
  more: Partial<FixtureHop> = {},
): FixtureHop => {
  const cut = page.indexOf('/')
  return { host: page.slice(0, cut), path: page.slice(cut), cause, status, ...more }
}

/** A program that no machine has: what it is called by, and by the way of Android. */
export const APP = `demoapp://open/offer?${ID}`
export const INTENT = `intent://open/offer?${ID}#Intent;scheme=demoapp;package=com.example.offer;end`

/** Most of them begin on this page. */
export const typed = hop('ads.localhost/page', 'typed')

/** Opens a page that carries an identifier, and clicks what is on it. */
export const clickOn =
  (selector: string, query = ID, how?: ClickHow): Case['walk'] =>
  async ({ tab, url, rest }) => {
    await tab.goto(url(`ads.localhost/page?${query}`))
    await rest()
    await tab.click(selector, CLICK_MS, how)
  }

/** Types one URL after the other. */
export const open =
  (...pages: string[]): Case['walk'] =>
  async ({ tab, url, rest }) => {
    for (const page of pages) {
      await tab.goto(url(page))
      await rest()
    }
  }

export const button = (script: string) => `<button id=go onclick="${script}">go</button>`
