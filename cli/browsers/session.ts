/** Which browsers can be driven. */
export const BROWSER_NAMES = ['chromium', 'firefox'] as const
export type BrowserName = (typeof BROWSER_NAMES)[number]

/** What is pressed with the mouse: nothing, the key by which a browser opens a link in another tab, the middle button. */
export type ClickHow = 'plain' | 'to-new-tab' | 'middle'

/** What stands beside the address bar. */
export type BrowserButton = 'back' | 'forward' | 'reload'

/** A tab that walks a funnel. When its page opens another tab, the walk goes on in that one. */
export interface Tab {
  /**
   * Goes to a URL as if it were typed, and resolves when the page is there or will not come.
   *
   * @returns what the browser says went wrong (a refused connection, a download, a 204); undefined where nothing did
   */
  goto(url: string): Promise<string | undefined>
  /**
   * Clicks with a real, trusted click, in the newest tab that the walk has opened.
   *
   * @throws when no such element can be clicked within `timeoutMs`
   */
  click(selector: string, timeoutMs: number, how?: ClickHow): Promise<void>
  /** Presses one of the browser's own buttons; resolves when the browser has begun, whatever comes of it. */
  press(button: BrowserButton): Promise<void>
  /**
   * `content` of the meta refresh of the page that the walk is on, where it has one.
   *
   * @throws when the page cannot be asked: it is just going, or too busy to answer
   */
  metaRefresh(): Promise<string | undefined>
  /** Closes every tab of the walk. */
  close(): Promise<void>
}

/** What a page is asked for its meta refresh. */
export const META_REFRESH = `document.querySelector('meta[http-equiv="refresh" i]')?.content`

/** What a page of the extension evaluates to have a tab's page asked. */
export const inspectExpression = (tabId: number): string =>
  `(globalThis.browser ?? chrome).runtime.sendMessage({ type: 'inspect-page', tabId: ${tabId} }).then(() => null)`

/** A page of the extension, opened in a tab. */
export interface ExtensionPage {
  /** @param expression JavaScript that gives JSON, or a promise of it */
  evaluate<T>(expression: string): Promise<T>
  /** Saves a picture of the whole page as PNG. */
  screenshot(file: string): Promise<void>
  close(): Promise<void>
}

/** A browser with the built extension, whose background has begun to listen. */
export interface BrowserSession {
  openTab(): Promise<Tab>
  /** @param path below the extension's root, such as `popup.html?tab=3` */
  openExtensionPage(path: string, size?: { width: number; height: number }): Promise<ExtensionPage>
  /** Has the extension ask the page at the end of a tab's click what it keeps and where it links. */
  inspectPage(tabId: number): Promise<void>
  /** Everything in the extension's `storage.session`. */
  storage(): Promise<Record<string, unknown>>
  /** Name and major version, such as `Chromium 156`. */
  version(): string
  /** Resolves when the browser is gone, whoever closed it. */
  closed: Promise<void>
  close(): Promise<void>
}

export interface LaunchOptions {
  /** The browser's program. */
  executable: string
  /** Folder of the built extension, absolute. */
  extension: string
  /** With a window to look at. */
  headed: boolean
  /** Folder of a profile that outlives the browser; a fresh one that does not when absent. */
  profile?: string
  /** Firefox only: settings of `about:config`. */
  preferences?: Record<string, boolean | number | string>
  /** Chromium only: further switches of its command line. */
  switches?: string[]
  /** Chromium only: switches of its driver's that are not to be given. */
  withoutSwitches?: string[]
  /** Folders of other extensions that are loaded beside it, absolute. */
  beside?: string[]
}
