import { describe, expect, test, vi } from 'vitest'
import { answer, replying } from '../../lib/browser/messages.ts'

const SELF = { id: 'abcdef', origin: 'chrome-extension://abcdef/' }
const REPORT = {
  type: 'page-navigates',
  time: 1,
  url: 'https://lp.example/',
  userInitiated: true,
  how: 'link',
}
const COMMAND = { type: 'clear' }

const page = { id: 'abcdef', url: 'https://lp.example/', tab: { id: 7 } }
const popup = { id: 'abcdef', url: 'chrome-extension://abcdef/popup.html' }
const popupInTab = { ...popup, tab: { id: 3 } }

function ask(message: unknown, sender: Parameters<typeof answer>[1]) {
  const handlers = { report: vi.fn(), command: vi.fn(async () => 'done') }
  const answered = answer(message, sender, SELF, handlers)
  return { answered, report: handlers.report, command: handlers.command }
}

describe('a content script', () => {
  test('may report, and its tab is the browser’s word', () => {
    expect(ask({ ...REPORT, tabId: 99 }, page).report.mock.calls).toEqual([[REPORT, 7]])
  })

  test('may not command', () => {
    expect(ask(COMMAND, page).command).not.toHaveBeenCalled()
  })

  test.each([
    ['a time that is none', { ...REPORT, time: Number.NaN }],
    ['a cause that is none', { ...REPORT, how: 'typed' }],
    ['no URL', { ...REPORT, url: undefined }],
    ['another type', { ...REPORT, type: 'navigation-committed' }],
    ['a text', 'page-navigates'],
    ['nothing', null],
  ])('is not heard with %s', (_, message) => {
    expect(ask(message, page).report).not.toHaveBeenCalled()
  })

  test('without a tab is not heard', () => {
    expect(ask(REPORT, { ...page, tab: undefined }).report).not.toHaveBeenCalled()
  })

  test('gets no answer', () => {
    expect(ask(REPORT, page).answered).toBeUndefined()
  })
})

describe('a page of the extension', () => {
  test.each([
    ['the popup', popup],
    ['a page in a tab', popupInTab],
  ])('may command: %s', async (_, sender) => {
    await expect(ask(COMMAND, sender).answered).resolves.toBe('done')
  })

  test('may not report', () => {
    expect(ask(REPORT, popupInTab).report).not.toHaveBeenCalled()
  })
})

describe('anybody else is refused:', () => {
  test.each([
    ['another extension', { id: 'zyxwvu', url: 'chrome-extension://zyxwvu/page.html' }],
    ['another extension that names our page', { id: 'zyxwvu', url: popup.url }],
    ['a web page', { url: 'https://lp.example/' }],
    ['nobody', {}],
  ])('%s', (_, sender) => {
    const { command, report } = ask(COMMAND, sender)
    ask(REPORT, { ...sender, tab: { id: 7 } })
    expect(command).not.toHaveBeenCalled()
    expect(report).not.toHaveBeenCalled()
  })

  test('a site whose address begins like ours', () => {
    const { command } = ask(COMMAND, { id: 'abcdef', url: 'chrome-extension://abcdef.evil.example/' })
    expect(command).not.toHaveBeenCalled()
  })
})

describe('the reply', () => {
  const popupAsks = (listener: Parameters<typeof replying>[0]) => {
    const reply = Promise.withResolvers<unknown>()
    const keepsOpen = replying(listener)(COMMAND, popup, reply.resolve)
    return { keepsOpen, reply: reply.promise }
  }

  test('brings the value', async () => {
    await expect(popupAsks(async () => 42).reply).resolves.toEqual({ value: 42 })
  })

  test('brings an error in words', async () => {
    const { reply } = popupAsks(() => Promise.reject(new Error('no such template')))
    await expect(reply).resolves.toEqual({ error: 'no such template' })
  })

  test('keeps the channel open only for what is answered', () => {
    expect([popupAsks(async () => 1).keepsOpen, popupAsks(() => undefined).keepsOpen]).toEqual([true, false])
  })
})
