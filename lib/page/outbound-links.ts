import type { OutboundLink } from '../model/landing.ts'
import { MAX_LINK_LENGTH, MAX_LINKS, MAX_REL } from '../model/landing-limits.ts'
import { type AimingPage, aimOfForm, aimOfLink } from './aim.ts'

/** All text of all links together, in characters. */
const MOST_TEXT = 64 * 1024
const ASIDE = 'footer,nav,[role=contentinfo],[role=navigation]'

/** Every link and form of a document that leads to another host now, each once, open shadow roots included. */
export function outboundLinks(document: Document, page: AimingPage): { links: OutboundLink[]; more: number } {
  const found = new Map<string, OutboundLink>()
  const host = URL.parse(page.url)?.hostname
  let text = 0
  let more = 0
  for (const element of linksIn(document)) {
    const link = element.localName === 'form' ? readForm(element, page) : readLink(element, page)
    const to = link && URL.parse(link.url)
    if (!to || !/^https?:$/.test(to.protocol) || to.hostname === host) continue
    const { how, url, body = '' } = link
    const key = `${how} ${url} ${body}`
    const known = found.get(key)
    const aside = element.closest(ASIDE) !== null
    if (known) {
      if (!aside) delete known.aside
      continue
    }
    text += key.length
    if (found.size >= MAX_LINKS || url.length > MAX_LINK_LENGTH || body.length > MAX_LINK_LENGTH || text > MOST_TEXT) {
      more++
      continue
    }
    const rel = element.getAttribute('rel')?.slice(0, MAX_REL)
    found.set(key, { ...link, ...(aside && { aside }), ...(rel && { rel }) })
  }
  return { links: [...found.values()], more }
}

function* linksIn(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (/^(?:a|area|form)$/.test(element.localName)) yield element
    if (element.shadowRoot) yield* linksIn(element.shadowRoot)
  }
}

function readLink(link: Element, page: AimingPage): OutboundLink | undefined {
  const aim = link.hasAttribute('download') ? undefined : aimOfLink(link, page)
  return aim && { how: 'link', url: aim.url }
}

/** Of a form's fields only the hidden ones are read: in the others a person types. */
function readForm(form: Element, page: AimingPage): OutboundLink | undefined {
  const aim = aimOfForm(form, null, page)
  if (!aim) return undefined
  const isGet = !/^post$/i.test(form.getAttribute('method') ?? '')
  const body = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden][name]')]
    .map(({ name, value }) => `${encode(name)}=${encode(value)}`)
    .join('&')
  return { how: 'form', url: isGet ? aim.url.replace(/\?[^#]*/, '') : aim.url, ...(body && { body }) }
}

/** Percent-encoding that never throws: a lone surrogate becomes U+FFFD. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed())
