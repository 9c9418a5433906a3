import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extensionApi } from '../lib/browser/extension-api.ts'
import type { PageReport } from '../lib/model/page-report.ts'
import { answerQuestions } from '../lib/page/answer-questions.ts'
import { hearNavigations } from '../lib/page/hear-navigations.ts'
import { hearTargets } from '../lib/page/hear-targets.ts'

/** Chrome gives extensions a function, Firefox a property of each element. */
const openRoot = (host: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }) =>
  import.meta.env.CHROME ? chrome.dom.openOrClosedShadowRoot(host) : host.openOrClosedShadowRoot

/**
 * The content script. It runs in every frame of every page, so it is an unlisted script with a manifest row of its own:
 * the framework's content-script context and the polyfill would be six times its size.
 */
export default defineUnlistedScript(() => {
  const { runtime } = extensionApi()
  const report = (word: PageReport) => {
    // When the extension was updated or removed under the page, nobody is left to tell, and Chrome would throw.
    if (runtime.id) Promise.resolve(runtime.sendMessage(word)).catch(() => {})
  }
  if (window.top === window) {
    hearNavigations(window, report)
    answerQuestions(window, runtime.onMessage)
  }
  hearTargets(window, report, openRoot)
})
