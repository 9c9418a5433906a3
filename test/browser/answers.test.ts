import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { POSTBACK } from '../funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { startBrowser } from './browsers.ts'
import type { Popup } from './popup-page.ts'
import { walkKept } from './walk-kept.ts'
import { openWorkbench } from './workbench-page.ts'

const OWN = 'cid={clickid}'
const NEVER = 'cid=never-seen-here'
const PROVES = 'That proves that it was reached, not that the conversion was counted.'

/** What each receiver says to what it got, and what the page says of that. */
const ANSWERS: readonly [as: string, of: string, query: string, words: string][] = [
  ['voluum', 'any click', `${NEVER}&as=voluum`, PROVES],
  ['everflow', 'any click', `${NEVER}&as=everflow`, PROVES],
  ['tune', 'a known click', `${OWN}&as=tune&txid=1`, 'The receiver says it accepted it'],
  ['tune', 'an unknown click', `${NEVER}&as=tune`, 'The receiver says the click ID is not valid'],
  ['affise', 'a known click', `${OWN}&as=affise&txid=2`, 'The receiver says it got it, and decides later'],
  ['affise', 'an unknown click', `${NEVER}&as=affise`, 'The receiver says the click ID is not valid'],
  ['affise-reach', 'an unknown click', `${NEVER}&as=affise-reach`, 'The receiver does not know this click'],
  ['affise-reach', 'a wrong code', `${OWN}&as=affise-reach&secure=no`, 'The receiver refused access'],
  ['keitaro', 'an unknown click', `${NEVER}&as=keitaro`, 'The receiver does not know this click'],
  ['trackier', 'a known click', `${OWN}&as=trackier&txid=3`, 'The receiver says it accepted it'],
  ['trackier', 'a wrong token', `${OWN}&as=trackier&security_token=no`, 'The receiver refused access'],
  ['offer18', 'a click too old', `${OWN}&as=offer18&max-age=0`, 'The receiver says the click is too old'],
  ['scaleo', 'a known click', `${OWN}&as=scaleo&txid=4`, 'The receiver says it accepted it'],
  ['php', 'an unknown click', `${NEVER}&as=php`, 'The receiver says a parameter is missing'],
  ['taboola', 'an unknown click', `${NEVER}&as=taboola`, 'The receiver did not understand it'],
]

/** What a receiver in trouble does, and what the page says of that. */
const TROUBLES: readonly [what: string, path: string, words: string][] = [
  ['resets the connection', '/reset', 'The connection broke off'],
  ['answers 500 with a page', '/500', 'The receiver failed with an error of its own'],
  ['answers 200 with an error in it', '/200-error', 'The receiver says the click ID is not valid'],
  ['answers 204', '/204', 'The server answered 204'],
  ['answers with a pixel', '/pixel', 'Its body is an image, as a pixel answers whatever came of it'],
  ['answers in XML', '/xml', 'The receiver does not know this click'],
  ['leads to its login page', '/to-login', 'with its login page'],
  ['answers 5 MB', '/5mb', 'cut at 64 KiB'],
  ['calls JSON a picture', '/wrong-type', 'The receiver does not know this click'],
  ['answers in bytes that are no UTF-8', '/bad-utf8', 'The receiver does not know this click'],
  ['leads in a circle', '/redirect-loop', 'The request did not get through'],
]

describe.each(BROWSER_NAMES)('what receivers answer, from the click to the words on screen, in real %s', (name) => {
  let funnel: DemoFunnel
  let session: BrowserSession
  let workbench: Popup

  beforeAll(async () => {
    funnel = await startFunnel()
    session = await startBrowser(name)
    const { tabId } = await walkKept(session, funnel, 'clickid')
    workbench = await openWorkbench(session, tabId)
    await workbench.sees('clickid arrived intact')
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
  })

  /** Fires a new endpoint, so that no earlier answer is on the page. */
  async function fire(url: string) {
    await workbench.press('New endpoint')
    await workbench.type('Postback URL', url)
    await workbench.press('Fire test postback')
  }
  const receiver = (path: string) => funnel.url(POSTBACK, path)

  it.each(ANSWERS)('%s to %s', async (_as, _of, query, words) => {
    await fire(receiver(`/postback?${query}`))
    await workbench.sees(words)
  })

  it.each(TROUBLES)('a receiver that %s', async (_, path, words) => {
    await fire(receiver(`${path}?${OWN}`))
    await workbench.sees(words)
  })

  it('a receiver that never answers, within the time that was set', async () => {
    await workbench.press('New endpoint')
    await workbench.type('Postback URL', receiver(`/hang?${OWN}`))
    await workbench.page.evaluate<null>(
      "(document.querySelectorAll('details.part').forEach((part) => { part.open = true }), null)",
    )
    await workbench.type('Timeout, seconds', '1')
    await workbench.press('Fire test postback')
    await workbench.sees('The host did not answer in time')
  })

  it('a receiver with a certificate that nobody trusts', async () => {
    await fire(funnel.tlsUrl(POSTBACK, `/postback?${OWN}`))
    await workbench.sees('No secure connection to the host')
  })

  it('the words that decided are marked in the body, and markup in it is text', async () => {
    await fire(receiver(`/markup?${OWN}`))
    await workbench.sees('The receiver says it did not take it')
    const look = (code: string) => workbench.page.evaluate<string | number>(code)
    expect(await look("document.querySelector('.answer mark').textContent")).toContain('error')
    expect(await look("document.querySelectorAll('.answer img, .answer script').length")).toBe(0)
    expect(await look('document.title')).toBe('Clickpath: postback workbench')
  })
})
