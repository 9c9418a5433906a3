import type { BadgeLook } from '../analysis/badge-look.ts'

/** The part of `browser.action` that is used. */
export interface Action {
  setBadgeText(details: Where & { text: string }): Promise<void>
  setBadgeBackgroundColor(details: Where & { color: string }): Promise<void>
  setBadgeTextColor?(details: Where & { color: string }): Promise<void>
  setTitle(details: Where & { title: string }): Promise<void>
}

/** Over one tab, or over every tab that has no look of its own. */
interface Where {
  tabId?: number
}

/** Shows a look on the toolbar button. @param tabId undefined for all tabs that have none of their own */
export function showBadge(action: Action, tabId: number | undefined, { text, title, colour }: BadgeLook): void {
  const where = tabId === undefined ? {} : { tabId }
  const shown = [
    action.setBadgeText({ ...where, text }),
    action.setBadgeBackgroundColor({ ...where, color: colour }),
    action.setBadgeTextColor?.({ ...where, color: '#ffffff' }),
    action.setTitle({ ...where, title }),
  ]
  // The tab may be gone by now.
  Promise.all(shown).catch(() => {})
}

const QUIET = '#57606a'

/** What the button shows where nothing was recorded. */
export const EMPTY: BadgeLook = { text: '', title: 'Clickpath', colour: QUIET }

/** What it shows while nothing is recorded, so that nobody waits for a click that is not watched. */
export const PAUSED: BadgeLook = { text: 'off', title: 'Clickpath is paused: nothing is recorded', colour: QUIET }
