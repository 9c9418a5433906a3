import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import type { CasePage, CaseServer } from '../recording/cases/serve-case.ts'
import { serveCase } from '../recording/cases/serve-case.ts'
import { NO_REFRESHES, REFRESHES, TARGET } from '../recording/refresh-spellings.ts'
import { startBrowser, waitForPath } from './browsers.ts'

/** A refresh that has not begun by then does not begin. One that has may take its time to bring the next page. */
const STAYS = `<script>onload = () => {
  const stays = setTimeout(() => location.replace('/stayed?clickid=stayed'), 2500)
  navigation.addEventListener('navigate', () => clearTimeout(stays))
}</script>`

/** Longer delays are for the unit test of the same spellings. */
const LONGEST_S = 1

/** Chromium leaves for a URL that cannot be read too, and gets nowhere: there is no hop, and the page does not stay. */
const NO_URL = 'http://[::1'

/** Only a header's usual bytes, for that is what servers can send. */
const isHeader = (content: string) => /^[\x21-\x7e][\x20-\x7e]*$/.test(content)

const spellings = [
  ...REFRESHES.filter(([, seconds]) => seconds <= LONGEST_S).map(([content]) => ({ content, goes: true })),
  ...NO_REFRESHES.filter((content) => !content.includes(NO_URL)).map((content) => ({ content, goes: false })),
]
const rows = [
  ...spellings.map((spelling) => ({ ...spelling, by: 'meta-refresh' as const })),
  ...spellings
    .filter(({ content }) => isHeader(content))
    .map((spelling) => ({ ...spelling, by: 'refresh-header' as const })),
].map((row, index) => ({ ...row, mark: `spelling${index}` }))

/** The answer is in, and somebody said how it came to be asked for: the page's word may be the later of the two. */
const isTold = ({ hops: [, second] }: ClickPath) => second?.status === 200 && second.cause !== 'unknown'

/** As character references, so that the parser of HTML leaves white space and quotes alone. */
const attribute = (text: string) => [...text].map((char) => `&#${char.codePointAt(0)};`).join('')

/** The page that the spelling stands in: at its own address, and it leads to where it went. */
function pageOf({ content, by, mark }: (typeof rows)[number]): [string, CasePage] {
  const spelt = content.replaceAll(TARGET, `/went?clickid=${mark}`)
  const meta = `<meta http-equiv="refresh" content="${attribute(spelt)}">`
  return [
    `ads.localhost/${mark}`,
    by === 'meta-refresh' ? { html: meta + STAYS } : { headers: { refresh: spelt }, html: STAYS },
  ]
}

/*
 * Whether a browser goes on is for the browser to say: where it does, the hop's cause must be known, and where it does
 * not, `readRefresh` may not think that it would have.
 */
describe.each(BROWSER_NAMES)('spellings of a refresh, in real %s', (name) => {
  let server: CaseServer
  let session: BrowserSession

  beforeAll(async () => {
    const ends = { 'ads.localhost/went': {}, 'ads.localhost/stayed': {} }
    server = await serveCase({ ...Object.fromEntries(rows.map(pageOf)), ...ends })
    session = await startBrowser(name)
  })
  afterAll(async () => {
    await session?.close()
    await server?.close()
  })

  it.concurrent.each(rows)('$by $content', async ({ goes, by, mark }) => {
    const tab = await session.openTab()
    await tab.goto(`http://ads.localhost:${server.port}/${mark}?clickid=${mark}`)
    const { hops } = await waitForPath(session, `/${mark}?`, isTold)
    await tab.close()
    expect(hops.map((hop) => [hop.cause, new URL(hop.url).pathname])).toEqual([
      ['typed', `/${mark}`],
      goes ? [by, '/went'] : ['script', '/stayed'],
    ])
  })
})
