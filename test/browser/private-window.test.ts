import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_NAMES, type BrowserSession, type ExtensionPage } from '../../cli/browsers/session.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'
import { ADS, POSTBACK } from '../funnel/hosts.ts'
import { type DemoFunnel, startFunnel } from '../funnel/server.ts'
import { startWithPrivateWindows } from './allow-private-windows.ts'

const PATIENCE_MS = 20_000
const API = '(globalThis.browser ?? chrome)'

/** Everything that the extension has on disk, as text. */
const ON_DISK = `(async () => {
  const kept = [JSON.stringify(await ${API}.storage.local.get(null))]
  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      kept.push(JSON.stringify(await result(database.transaction(store).objectStore(store).getAll())))
    }
    database.close()
  }
  return kept.join('\\n')
})()`

/** Files below a folder that hold a text, in the spelling of one or of two bytes a letter. */
async function filesWith(text: string, folder: string): Promise<string[]> {
  const spelt = (['latin1', 'utf16le'] as const).map((encoding) => Buffer.from(text, encoding))
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = await readFile(join(entry.parentPath, entry.name))
    if (spelt.some((bytesOfText) => bytes.includes(bytesOfText))) found.push(entry.name)
  }
  return found
}

describe.each(BROWSER_NAMES)('in real %s', (name) => {
  let profile: string
  let funnel: DemoFunnel
  let session: BrowserSession
  let page: ExtensionPage

  beforeAll(async () => {
    funnel = await startFunnel({ tls: false })
    profile = await mkdtemp(join(tmpdir(), 'clickpath-private-'))
    session = await startWithPrivateWindows(name, profile)
    page = await session.openExtensionPage('popup.html')
  })
  afterAll(async () => {
    await session?.close()
    await funnel?.close()
    await rm(profile, { recursive: true, force: true })
  })

  const send = (command: object) =>
    page.evaluate<{ value?: unknown; error?: string }>(`${API}.runtime.sendMessage(${JSON.stringify(command)})`)
  const inMemory = async () => JSON.stringify(await page.evaluate(`${API}.storage.session.get(null)`))
  const onDisk = () => page.evaluate<string>(ON_DISK)

  /** Walks an ad in a window of its own. @returns the tab */
  async function walk(mark: string, incognito: boolean): Promise<{ tabId: number; windowId: number }> {
    const url = JSON.stringify(funnel.url(ADS, `/?clickid=${mark}`))
    const windowId = await page.evaluate<number>(
      `${API}.windows.create({ incognito: ${incognito}, url: ${url} }).then(({ id }) => id)`,
    )
    const tabId = await page.evaluate<number>(`${API}.tabs.query({ windowId: ${windowId} }).then(([tab]) => tab.id)`)
    await waitUntil('the click to be shown whole', PATIENCE_MS, async () =>
      JSON.stringify(await send({ type: 'view-tab', tabId, private: incognito })).includes('"status":200'),
    )
    return { tabId, windowId }
  }

  const fired = (mark: string, isPrivate: boolean) => ({
    type: 'fire-postback',
    attemptId: mark,
    request: { method: 'GET', url: `${funnel.url(POSTBACK, '/postback')}?cid=${mark}` },
    private: isPrivate,
  })

  const memoryIsWithout = (mark: string) =>
    waitUntil(`${mark} to be forgotten`, PATIENCE_MS, async () => !(await inMemory()).includes(mark))

  it('a private window is recorded, posted back from and written about, and leaves nothing on disk, nor in memory when it is closed', async () => {
    const mark = 'clickOfAPrivateWindow'
    const { tabId, windowId } = await walk(mark, true)
    await send(fired(mark, true))
    const confirmation = { word: 'counted', note: 'a note of a private window', at: '2026-01-01T00:00:00.000Z' }
    await send({ type: 'confirm-attempt', id: mark, confirmation, private: true })
    await send({ type: 'keep-draft', field: 'test.private', text: `typed over ${mark}`, private: true })
    for (const kept of [`attempt:${mark}`, confirmation.note, 'private-draft:test.private']) {
      expect(await inMemory()).toContain(kept)
    }

    const refused = await send({ type: 'pin-path', tabId })
    expect(refused.error).toContain('A private window leaves nothing behind')
    expect(await onDisk()).not.toContain(mark)
    expect(await onDisk()).not.toContain(confirmation.note)
    await page.evaluate(`${API}.windows.remove(${windowId})`)
    await memoryIsWithout(mark)
  })

  it('the same in an ordinary window is on disk, and stays in memory when every private window is closed', async () => {
    const mark = 'clickOfAnOrdinaryWindow'
    const { tabId, windowId } = await walk(mark, false)
    expect(await send({ type: 'pin-path', tabId })).not.toHaveProperty('error')
    await send(fired(mark, false))
    const [attempts, pins] = (await onDisk()).split('\n')
    expect(attempts).toContain(mark)
    expect(pins).toContain(mark)

    const other = await walk('clickOfAnotherPrivateWindow', true)
    await page.evaluate(`${API}.windows.remove(${windowId})`)
    await page.evaluate(`${API}.windows.remove(${other.windowId})`)
    await memoryIsWithout('clickOfAnotherPrivateWindow')
    expect(await inMemory()).toContain(mark)
  })

  it('no file of the profile holds anything of them when the browser is closed', async () => {
    await session.close()
    expect(await filesWith('clickOfAnOrdinaryWindow', profile)).not.toEqual([])
    for (const mark of ['clickOfAPrivateWindow', 'clickOfAnotherPrivateWindow', 'a note of a private window']) {
      expect(await filesWith(mark, profile)).toEqual([])
    }
  })
})
