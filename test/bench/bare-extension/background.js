// The listeners of lib/browser/listen.ts, with the same filters and options. test/bench/bare-extension.test.ts holds that.
const nothing = () => {}
const filter = { urls: ['<all_urls>'], types: ['main_frame'] }
const headers = ['responseHeaders', 'extraHeaders']

chrome.webRequest.onBeforeRequest.addListener(nothing, filter, ['requestBody'])
chrome.webRequest.onBeforeRedirect.addListener(nothing, filter, headers)
chrome.webRequest.onResponseStarted.addListener(nothing, filter, headers)
chrome.webRequest.onErrorOccurred.addListener(nothing, filter)

chrome.webNavigation.onBeforeNavigate.addListener(nothing)
chrome.webNavigation.onCommitted.addListener(nothing)
chrome.webNavigation.onErrorOccurred.addListener(nothing)
chrome.webNavigation.onHistoryStateUpdated.addListener(nothing)
chrome.webNavigation.onReferenceFragmentUpdated.addListener(nothing)
chrome.webNavigation.onCreatedNavigationTarget.addListener(nothing)
