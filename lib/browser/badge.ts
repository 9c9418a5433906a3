import type { BadgeLook } from '../analysis/badge-look.ts'

/** The part of `browser.action` that is used. */
export interface Action {
  setBadgeText(details: { tabId: number; text: string }): Promise<void>
  setBadgeBackgroundColor(details: { tabId: number; color: string }): Promise<void>
  setBadgeTextColor?(details: { tabId: number; color: string }): Promise<void>
  setTitle(details: { tabId: number; title: string }): Promise<void>
}

/** Shows a look on the toolbar button over a tab. */
export function showBadge(action: Action, tabId: number, { text, title, colour }: BadgeLook): void {
  const shown = [
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: colour }),
    action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    action.setTitle({ tabId, title }),
  ]
  // The tab may be gone by now.
  Promise.all(shown).catch(() => {})
}

/** Empties the button over a tab. */
export function clearBadge(action: Action, tabId: number): void {
  showBadge(action, tabId, { text: '', title: 'Clickpath', colour: '#57606a' })
}
