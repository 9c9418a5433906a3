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
  // Read now: the name of this very script stands in the place of `navigation` once it has run.
  const { document, navigation } = window
  const say = (how: 'link' | 'form', url: string, element: Element) =>
    report({ type: 'page-targets', time: Date.now(), how, url, element: describe(element) })

  // Of the last click: whether the Navigation API is silent whatever its target. A key that opens another tab does so for
  // a form too, whose event names no keys; and a document that a script wrote into an empty tab has no such API.
  let unheard = false

  const onClick = (event: MouseEvent) => {
    unheard = event.type !== 'click' || event.ctrlKey || event.metaKey || event.shiftKey || !navigation?.currentEntry
    const path = event.composedPath()
    const link = path.find(isLink) ?? linkWithin(path[0], event, openRoot)
    const aim = link && aimOfLink(link, aimingPage(document))
    if (aim && (unheard || leavesFrame(window, aim.target) || !/^https?:/.test(aim.url))) say('link', aim.url, link)
  }
  const onSubmit = ({ target: form, submitter }: SubmitEvent) => {
    const aim = form instanceof HTMLFormElement && aimOfForm(form, submitter, aimingPage(document))
    if (aim && (unheard || leavesFrame(window, aim.target))) say('form', aim.url, form)
  }
  const listen = () => {
    for (const type of ['click', 'auxclick', 'contextmenu'] as const) window.addEventListener(type, onClick, true)
    window.addEventListener('submit', onSubmit, true)
  }
  listen()
  // A page that is written anew (`document.open`) loses its listeners, those of extensions too; its root goes with them.
  new MutationObserver(listen).observe(document, { childList: true })
}

/** The link that was clicked inside of an element's shadow root: an event shows outside of it no more than the element. */
function linkWithin(host: EventTarget | undefined, event: MouseEvent, openRoot: OpenRoot): Element | undefined {
  const root = host instanceof HTMLElement && openRoot(host)
  // A key clicks what has the focus, a mouse what is under it.
  const inner = root && (event.detail ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement)
  return inner && root.contains(inner) ? (inner.closest('a,area') ?? linkWithin(inner, event, openRoot)) : undefined
}

/** Whether a target is another frame than this one. `_top` in the top frame is this one. */
const leavesFrame = (window: Window, target: string): boolean =>
  !(window.top === window ? /^(_(self|top|parent))?$/i : /^(_self)?$/i).test(target)
