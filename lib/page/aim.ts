/** What is read of an element. */
interface Attributes {
  getAttribute(name: string): string | null
}

/** What a page says for all of its links and forms. */
export interface AimingPage {
  url: string
  /** What its relative URLs are relative to. */
  baseUrl: string
  /** The target of its base element; empty where it has none. */
  target: string
}

/** Where a link or a form leads: an absolute URL, and the name of the frame or tab, empty for the one it stands in. */
export interface Aim {
  url: string
  target: string
}

/** Where a link leads: `a` and `area` of HTML, or `a` of SVG, whose `href` property is no text. Undefined: nowhere. */
export function aimOfLink(link: Attributes & { href?: unknown }, page: AimingPage): Aim | undefined {
  const spelt = link.getAttribute('href') ?? link.getAttribute('xlink:href')
  if (spelt === null) return undefined
  const url = typeof link.href === 'string' ? link.href : URL.parse(spelt, page.baseUrl)?.href
  return url ? { url, target: link.getAttribute('target') ?? page.target } : undefined
}

/**
 * Where a form leads when this button sends it. Attributes are read, not properties: a field named `action` (every
 * WordPress form has one) or `target` stands in front of the form's property of that name.
 */
export function aimOfForm(form: Attributes, submitter: Attributes | null, page: AimingPage): Aim | undefined {
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? ''
  const url = action === '' ? page.url : URL.parse(action, page.baseUrl)?.href
  const target = submitter?.getAttribute('formtarget') ?? form.getAttribute('target') ?? page.target
  return url ? { url, target } : undefined
}
