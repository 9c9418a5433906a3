import type { BrowserName } from './session.ts'

/** Where a browser is looked for, in this order. `*` in a path stands for any one name. */
export interface Places {
  /** Environment variables that name the program. */
  env: string[]
  /** Commands, looked up in PATH. */
  commands: string[]
  /** Absolute paths by platform, as `process.platform` names it; `~` is the home folder, `%NAME%` a variable. */
  files: Partial<Record<NodeJS.Platform, string[]>>
}

/*
 * Google Chrome is not among them on purpose: since version 137 its branded builds ignore --load-extension
 * (announced for Chrome 137 on the chromium-extensions list). Chromium and Chrome for Testing still heed it.
 */
export const PLACES: Record<BrowserName, Places> = {
  chromium: {
    env: ['CLICKPATH_CHROMIUM', 'CHROME_PATH'],
    commands: ['chromium', 'chromium-browser', 'ungoogled-chromium', 'chrome-for-testing'],
    files: {
      linux: [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/snap/bin/chromium',
        '~/.cache/ms-playwright/chromium-*/chrome-linux*/chrome',
        '~/.cache/puppeteer/chrome/*/chrome-linux64/chrome',
      ],
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        '~/Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*',
        '~/.cache/puppeteer/chrome/*/chrome-mac*/*.app/Contents/MacOS/*',
      ],
      win32: [
        '%LOCALAPPDATA%/Chromium/Application/chrome.exe',
        '%PROGRAMFILES%/Chromium/Application/chrome.exe',
        '%LOCALAPPDATA%/ms-playwright/chromium-*/chrome-win*/chrome.exe',
        '~/.cache/puppeteer/chrome/*/chrome-win*/chrome.exe',
      ],
    },
  },
  firefox: {
    env: ['CLICKPATH_FIREFOX', 'FIREFOX_PATH'],
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    files: {
      linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/lib/firefox/firefox'],
      darwin: [
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      ],
      win32: ['%PROGRAMFILES%/Mozilla Firefox/firefox.exe', '%LOCALAPPDATA%/Mozilla Firefox/firefox.exe'],
    },
  },
}

/** Where the branded Chrome would be, only to explain why it is passed over. */
export const BRANDED_CHROME: Places = {
  env: [],
  commands: ['google-chrome', 'google-chrome-stable'],
  files: {
    darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    win32: ['%PROGRAMFILES%/Google/Chrome/Application/chrome.exe'],
  },
}
