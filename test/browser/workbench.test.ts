import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ROOT } from '../../cli/root.ts'
import { run } from '../../cli/run.ts'
import { Evidence } from '../../lib/model/evidence.ts'
import { ADS, OFFER, POSTBACK } from '../funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { settledPath, startBrowser } from './browsers.ts'
import { openPopup, type Popup } from './popup-page.ts'
import { walkKept } from './walk-kept.ts'
import { openWorkbench } from './workbench-page.ts'

describe.each(BROWSER_NAMES)('the workbench in real %s', (name) => {
  let funnel: DemoFunnel
  let session: BrowserSession
  let workbench: Popup
  let tabId: number
  let clickId: string

  beforeAll(async () => {
    funnel = await startFunnel()
    session = await startBrowser(name)
    ;({ tabId, value: clickId } = await walkKept(session, funnel, 'clickid'))
    workbench = await openWorkbench(session, tabId)
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
  })

  /** Keeps the next file that the page hands out, to be read with `handedOut`. */
  const keepFiles = () =>
    workbench.page.evaluate(`(() => {
      globalThis.exported = undefined
      const make = URL.createObjectURL
      URL.createObjectURL = (blob) => { globalThis.exported = blob.text(); return make.call(URL, blob) }
    })()`)
  const handedOut = () =>
    waitUntil('the file', 10_000, () => workbench.page.evaluate<string | false>('globalThis.exported ?? false'))
  const listSays = (words: string) =>
    workbench.page.evaluate<boolean>(
      `document.querySelector('.endpoint-item')?.innerText.includes(${JSON.stringify(words)}) ?? false`,
    )

  it('opens on the click it was asked for', async () => {
    await workbench.sees('clickid arrived intact')
  })

  it('fires an endpoint for the click, and says what came of it', async () => {
    const arrived = funnel.waitFor((request) => request.path === '/postback')
    await workbench.press('New endpoint')
    await workbench.type('Postback URL', funnel.url(POSTBACK, '/postback?cid={clickid}&as=tune'))
    await workbench.sees(clickId)
    await workbench.press('Fire test postback')
    expect((await arrived).url).toContain(`cid=${clickId}`)
    await workbench.sees('The receiver says it accepted it')
  })

  it('keeps what was typed when it is closed', async () => {
    await workbench.type('Name', 'My TUNE network')
    await workbench.sees('My TUNE network')
    await workbench.close()
    workbench = await openWorkbench(session, tabId)
    await workbench.sees('My TUNE network')
    expect(await workbench.page.evaluate<string>("document.querySelector('textarea').value")).toContain('as=tune')
  })
  it('keeps a secret masked, and sends it to the receiver alone', async () => {
    const arrived = funnel.waitFor((request) => request.url.includes('key=s3cr3t-Token'))
    await workbench.type('Postback URL', funnel.url(POSTBACK, '/postback?cid={clickid}&txid=T-77&as=tune&key={token}'))
    await workbench.sees('Nothing fills {token}')
    await workbench.page.evaluate("for (const part of document.querySelectorAll('details.part')) part.open = true")
    await workbench.type('Keep as a secret', 'token')
    await workbench.type('Secret token', 's3cr3t-Token')
    await workbench.press('Fire test postback')
    await arrived
    await workbench.sees('Earlier attempts')
    expect(await workbench.text()).not.toContain('s3cr3t')
  })

  it('asks before the same transaction is sent again', async () => {
    const sent = () => funnel.requests.filter(({ url }) => url.includes('txid=T-77')).length
    await workbench.press('Fire test postback')
    await workbench.sees('This transaction was sent at')
    expect(sent()).toBe(1)
    await workbench.press('Fire anyway')
    await funnel.waitFor(() => sent() === 2)
  })

  it('sends once where the button is clicked twice in a row', async () => {
    const sent = () => funnel.requests.filter(({ url }) => url.includes('txid=T-78')).length
    await workbench.type('Postback URL', funnel.url(POSTBACK, '/postback?cid={clickid}&txid=T-78&as=tune'))
    await workbench.sees('txid=T-78')
    const clickTwice = `(() => {
      const button = [...document.querySelectorAll('button')].find((each) => each.innerText === 'Fire test postback')
      if (!button || button.disabled) return false
      for (const detail of [1, 2]) button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }))
      return true
    })()`
    await waitUntil('the button', 10_000, () => workbench.page.evaluate<boolean>(clickTwice))
    await workbench.sees('Answered 200')
    expect(sent()).toBe(1)
  })

  it('mends a URL with one press', async () => {
    await workbench.type('Postback URL', funnel.url(POSTBACK, '/postback?cid={clickid}&amp;txid=T-79&as=tune'))
    await workbench.press('Write &')
    const mended = funnel.url(POSTBACK, '/postback?cid={clickid}&txid=T-79&as=tune')
    await waitUntil('the mended URL', 10_000, () =>
      workbench.page.evaluate<boolean>(`document.querySelector('textarea').value === ${JSON.stringify(mended)}`),
    )
  })

  it('exports endpoints without their secrets', async () => {
    await keepFiles()
    await workbench.press('Export')
    await workbench.sees('Exported without secrets.')
    const file = await handedOut()
    expect(file).toContain('My TUNE network')
    expect(file).not.toContain('s3cr3t')
  })

  it('lets no edited replay carry the secret to another host', async () => {
    await workbench.tab('Attempts')
    await workbench.press('Fire again')
    const stranger = funnel.url(OFFER, '/collect?key={token}')
    await workbench.type('URL to fire again', stranger)
    await workbench.sees('A secret goes to the host of its own endpoint alone')
    const arrived = funnel.waitFor((request) => request.path === '/collect')
    await workbench.press('Fire this again')
    expect((await arrived).url).not.toContain('s3cr3t')
  })

  it('shows a pinned click and names it', async () => {
    const popup = await openPopup(session, tabId)
    await popup.press('Pin')
    await popup.sees('Unpin')
    await popup.close()
    await workbench.tab('Pinned clicks')
    await workbench.sees('judged by today’s rules')
    await workbench.sees('clickid arrived intact')
    await workbench.type('Name', 'Autumn, first ad')
    await waitUntil('the new name', 10_000, () => listSays('Autumn, first ad'))
  })

  it('hears of it when a pinned click is renamed on another page', async () => {
    const other = await openWorkbench(session, undefined, '#pinned')
    await other.type('Name', 'Autumn, second ad')
    await waitUntil('the other name', 10_000, () => listSays('Autumn, second ad'))
    await other.close()
  })

  it('brings an unpinned click back whole', async () => {
    await workbench.press('Unpin')
    await workbench.sees('No click pinned')
    await workbench.press('Undo')
    await waitUntil('the click with its name', 10_000, () => listSays('Autumn, second ad'))
  })

  it('fires for the pinned click when it is the one to test with, also after a reload', async () => {
    const tab = await session.openTab()
    await tab.goto(funnel.url(ADS, '/?clickid=anotherClick'))
    const { hops } = await settledPath(session, 'anotherClick')
    await workbench.close()
    workbench = await openWorkbench(session, hops[0]?.tabId, '#endpoints')
    await workbench.press('New endpoint')
    await workbench.type('Postback URL', funnel.url(POSTBACK, '/postback?cid={clickid}&mark=lead&as=tune'))
    await workbench.sees('cid=anotherClick&mark=lead')
    const pinnedId = await workbench.page.evaluate<string>(
      "document.querySelector('.click-choice optgroup option').value",
    )
    await workbench.type('Click to test with', pinnedId)
    await workbench.sees(`cid=${clickId}&mark=lead`)
    await workbench.page.evaluate('(globalThis.isOld = true, location.reload())')
    await waitUntil('the new page', 10_000, () => workbench.page.evaluate<boolean>('globalThis.isOld === undefined'))
    await workbench.sees(`cid=${clickId}&mark=lead`)
    const arrived = funnel.waitFor((request) => request.url.includes('mark=lead'))
    await workbench.press('Fire test postback')
    expect((await arrived).url).toContain(`cid=${clickId}`)
    await workbench.sees('Answered 200')
  })

  it('exports the pinned click with what was fired for it, and the command line judges the file', async () => {
    await workbench.tab('Pinned clicks')
    await workbench.sees('Test with the tab’s click')
    await keepFiles()
    await workbench.press('Export evidence')
    const folder = await mkdtemp(join(tmpdir(), 'clickpath-evidence-'))
    const file = join(folder, 'evidence.json')
    await writeFile(file, await handedOut())
    const { code, output } = await run(process.execPath, ['cli/trace.ts', file, '--json'], {
      cwd: ROOT,
      output: 'collect',
    })
    await rm(folder, { recursive: true })
    expect(code).toBe(0)
    const { paths, postbacks = [] } = Evidence.parse(JSON.parse(output))
    expect(paths).toMatchObject([{ name: 'Autumn, second ad', verdict: 'pass' }])
    expect(new Set(postbacks.map(({ pathId }) => pathId))).toEqual(new Set([paths[0]?.id]))
    expect(postbacks.filter(({ request }) => request.url.includes(`cid=${clickId}&mark=lead`))).toHaveLength(1)
  })

  it('hands out attempts as CSV, in which no cell begins a formula, and as JSON', async () => {
    await workbench.tab('Endpoints')
    await workbench.type('Name', '=HYPERLINK("http://x.example")')
    await workbench.type('Postback URL', funnel.url(POSTBACK, '/postback?cid={clickid}&mark=table&as=tune'))
    await workbench.sees(`cid=${clickId}&mark=table`)
    await workbench.press('Fire test postback')
    await workbench.sees('Answered 200')
    await workbench.tab('Attempts')
    await workbench.type('Search in URL', 'mark=')
    await workbench.sees(/\b2 attempts of \d+/)
    await keepFiles()
    await workbench.press('CSV')
    const csv = await handedOut()
    const cells = [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))
    expect(csv.match(/\r\n/g)).toHaveLength(3)
    expect(cells).toContain(`'=HYPERLINK("http://x.example")`)
    expect(cells).toContain(funnel.url(POSTBACK, `/postback?cid=${clickId}&mark=table&as=tune`))
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
    await keepFiles()
    await workbench.press('JSON')
    const { format, attempts } = JSON.parse(await handedOut())
    expect(format).toBe('clickpath-attempts')
    expect(attempts).toMatchObject([
      {
        endpoint: { name: '=HYPERLINK("http://x.example")' },
        response: { status: 200 },
        meaning: { title: expect.any(String) },
      },
      { request: { method: 'GET' }, response: { status: 200 } },
    ])
  })
})
