import { defineBackground } from 'wxt/utils/define-background'
import { atRest } from '../lib/browser/at-rest.ts'
import { EMPTY, PAUSED, showBadge } from '../lib/browser/badge.ts'
import { extensionApi } from '../lib/browser/extension-api.ts'
import { hideOrigin } from '../lib/browser/hide-origin.ts'
import { keepLog } from '../lib/browser/keep-log.ts'
import { listen } from '../lib/browser/listen.ts'
import { answer, replying } from '../lib/browser/messages.ts'
import { analysisLoader, commandsLoader } from '../lib/browser/on-demand.ts'
import { PINS_KEY } from '../lib/browser/pins-key.ts'
import { Recorder } from '../lib/browser/recorder.ts'
import { watchTabs } from '../lib/browser/watch-tabs.ts'
import type { CaptureEvent } from '../lib/model/capture-event.ts'
import { pageReport } from '../lib/recording/normalize.ts'
import { forgetPrivate } from '../lib/recording/private-tabs.ts'

/** A chain of redirects has come to rest when nothing was heard of its tab for this long. */
const REST_MS = 200

/** A busy Firefox tells of one navigation in pieces: until nothing was heard of a tab for this long, all of it is kept. */
const TOLD_MS = 2_000

export default defineBackground(() => {
  const browser = extensionApi()
  const { local, session } = browser.storage
  const analysis = analysisLoader(browser.runtime.getURL)
  const commands = commandsLoader(browser.runtime.getURL)

  // Listeners do the least: a chain of redirects is looked at once, when it has come to rest.
  const resting = atRest(REST_MS, async (tabId) => {
    await showLook(tabId)
    const { [PINS_KEY]: pins } = await session.get(PINS_KEY)
    if (pins) await command({ type: 'keep-pinned', tabId }).catch(() => {})
  })
  const untold = atRest(TOLD_MS, async (tabId) => {
    const { prune } = await analysis()
    await recorder.change((recording) => prune(recording, untold))
    await tabs.atRest(tabId)
  })
  const isPrivate = (tabId: number) =>
    browser.tabs.get(tabId).then(
      (tab) => tab.incognito,
      () => undefined,
    )
  const tabs = watchTabs({
    isPrivate,
    isPrivateOpen: async (closing) =>
      (await browser.windows.getAll()).some(({ id, incognito }) => incognito && id !== closing),
    change: (by) => recorder.change(by),
    forgetPrivate: () => command({ type: 'forget-private' }).catch(() => {}),
  })
  const showLook = async (tabId: number) => {
    const { badgeOf } = await analysis()
    const look = badgeOf(await recorder.read(), tabId) ?? EMPTY
    showBadge(browser.action, tabId, (await recorder.isPaused()) ? PAUSED : look)
  }
  const showAllLooks = async () => {
    showBadge(browser.action, undefined, (await recorder.isPaused()) ? PAUSED : EMPTY)
    const recording = await recorder.read()
    await Promise.all([...recording.tabs.keys()].map(showLook))
  }
  const recorder = new Recorder({
    store: session,
    onChange: (tabId) => {
      tabs.heardOf(tabId)
      resting.heard(tabId)
      untold.heard(tabId)
    },
    roomMaker: async () => (await analysis()).makeRoom,
  })
  const log = import.meta.env.WXT_KEEP_LOG ? keepLog(session) : undefined
  const record = (event: CaptureEvent) => {
    log?.(event)
    void recorder.record(event)
  }
  listen(browser, import.meta.env.CHROME, record)
  const tabClosed = (tabId: number) => void tabs.tabClosed(tabId).then(() => untold.heard(tabId))
  browser.tabs.onRemoved.addListener(tabClosed)
  // Chrome gives a tab that it took out of memory another id, and tells of no end of the one it had.
  browser.tabs.onReplaced.addListener((_, tabId) => tabClosed(tabId))
  browser.windows.onRemoved.addListener((windowId) => void tabs.windowClosed(windowId))

  const { name, version } = browser.runtime.getManifest()
  const openDesk = async () => {
    const commandDesk = await commands()
    return commandDesk({
      local,
      session,
      recording: () => recorder.read(),
      record: (event) => recorder.record(event),
      askPage: (tabId, question) => browser.tabs.sendMessage(tabId, question, { frameId: 0 }),
      analysis,
      clear: async () => {
        for (const tabId of await recorder.clear()) await showLook(tabId)
      },
      forgetPrivate: () => recorder.change(forgetPrivate),
      pause: () => recorder.pause().then(showAllLooks),
      resume: () => recorder.resume().then(showAllLooks),
      isPaused: () => recorder.isPaused(),
      isPrivate,
      fetch: fetch.bind(globalThis),
      prepare: () => hideOrigin(browser.declarativeNetRequest, new URL(self.origin).host),
      webRequest: browser.webRequest,
      generator: { name: name.toLowerCase(), version },
      now: Date.now,
    })
  }
  let desk: ReturnType<typeof openDesk> | undefined
  const command = async (message: unknown) => {
    desk ??= openDesk().catch((error: unknown) => {
      desk = undefined
      throw error
    })
    return (await desk)(message)
  }
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('') }
  browser.runtime.onMessage.addListener(
    replying((message, sender) =>
      answer(message, sender, self, { report: (report, tabId) => record(pageReport(report, tabId)), command }),
    ),
  )
})
