import type { PageNavigates } from '../model/capture-event.ts'
import type { PageReport } from '../model/page-report.ts'
import { describe } from './describe.ts'
import { isLink } from './is-link.ts'
import { dueMetaRefresh } from './meta-refresh.ts'

type Report = (report: PageReport) => void

/**
 * Hears the page's Navigation API (both browsers fire `navigate` in the isolated world too) and says how each
 * navigation of its own tab began. Changes inside the document are left to the browser's own events.
 */
export function hearNavigations(window: Window, report: Report): void {
  window.navigation?.addEventListener('navigate', (event) => {
    if (event.destination.sameDocument || event.downloadRequest !== null) return
    const url = event.destination.url
    const source = sourceOf(event)
    const meta = source || event.userInitiated ? undefined : dueMetaRefresh(window.document, url, performance.now())
    const element = source ?? meta
    report({
      type: 'page-navigates',
      time: Date.now(),
      url,
      userInitiated: event.userInitiated,
      how: meta ? 'meta-refresh' : howOf(event, source),
      ...(element && { element: describe(element) }),
    })
  })
}

/** The link or form that began it. Of a submit button, its form. */
function sourceOf(event: NavigateEvent): Element | undefined {
  const source = event.sourceElement
  if (!source) return undefined
  return source.closest('form,a[href],area[href]') ?? (source as { form?: Element }).form ?? source
}

function howOf({ navigationType, formData }: NavigateEvent, source: Element | undefined): PageNavigates['how'] {
  if (navigationType === 'reload' || navigationType === 'traverse') return navigationType
  if (formData !== null || source instanceof HTMLFormElement) return 'form'
  return isLink(source) ? 'link' : 'other'
}
