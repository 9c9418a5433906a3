/**
 * The browser's own extension API. Background, content script and popup take it as it is: with Manifest V3 both browsers give
 * promises, and the polyfill would be a sixth of what a waking worker evaluates, and most of what each page does.
 */
export function extensionApi(): typeof chrome {
  return (globalThis as { browser?: typeof chrome }).browser ?? chrome
}
