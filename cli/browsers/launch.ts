import { launchChromium } from './launch-chromium.ts'
import { launchFirefox } from './launch-firefox.ts'
import type { BrowserName, BrowserSession, LaunchOptions } from './session.ts'

/** Starts a browser with the extension in it. */
export function launch(name: BrowserName, options: LaunchOptions): Promise<BrowserSession> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options)
}
