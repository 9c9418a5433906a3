import type { PageReport } from '../model/page-report.ts'
import { aimOfForm, aimOfLink } from './aim.ts'
import { aimingPage } from './aiming-page.ts'
import { describe } from './describe.ts'
import { isLink } from './is-link.ts'

/** Gives the shadow root of an element, closed ones too; null where it has none. Both browsers have a way for extensions. */
export type OpenRoot = (host: HTMLElement) => ShadowRoot | null | undefined

/**
 * Hears the clicks whose URL goes elsewhere than to this frame: the Navigation API is silent when a link opens another
 * tab or (in Firefox) another program, and when a frame inside the page sends the whole tab on. What the click comes to,
 * the browser's events tell.
 */
export function hearTargets(window: Window, report: (report: PageReport) => void, openRoot: OpenRoot): void {
  const say = (how: 'link' | 'form', url: string, element: Element) =>
    report({ type: 'page-targets', time: Date.now(), how, url, element: describe(element) })

  const onClick = (event: MouseEvent) => {
    const path = event.composedPath()
    const link = path.find(isLink) ?? linkWithin(path[0], event, openRoot)
    const aim = link && aimOfLink(link, aimingPage(window.document))
    if (!aim) return
    const byKey = event.type !== 'click' || event.ctrlKey || event.metaKey || event.shiftKey
    if (byKey || leavesFrame(window, aim.target) || !/^https?:/.test(aim.url)) say('link', aim.url, link)
  }
  for (const type of ['click', 'auxclick', 'contextmenu'] as const) {
    window.addEventListener(type, onClick, { capture: true, passive: true })
  }
  window.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement)) return
      const aim = aimOfForm(form, event.submitter, aimingPage(window.document))
      if (aim && leavesFrame(window, aim.target)) say('form', aim.url, form)
    },
    { capture: true, passive: true },
  )
}

/** The link that was clicked inside of an element's shadow root: an event shows outside of it no more than the element. */
function linkWithin(host: EventTarget | undefined, event: MouseEvent, openRoot: OpenRoot): Element | undefined {
  const root = host instanceof HTMLElement && openRoot(host)
  // A key clicks what has the focus, a mouse what is under it.
  const inner = root && (event.detail ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement)
  return inner && root.contains(inner) ? (inner.closest('a,area') ?? linkWithin(inner, event, openRoot)) : undefined
}

/** Whether a target is another frame than this one. `_top` in the top frame is this one. */
function leavesFrame(window: Window, target: string): boolean {
  const name = target.toLowerCase()
  if (name === '' || name === '_self') return false
  return window.top !== window || (name !== '_top' && name !== '_parent')
}
