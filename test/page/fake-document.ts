/** A part of a page, as far as links are read of it. */
export interface Told {
  tag: 'a' | 'area' | 'form' | 'footer' | 'div'
  attributes?: Record<string, string>
  /** Hidden fields of a form. */
  hidden?: Record<string, string>
  within?: Told[]
  shadow?: Told[]
}

const BASE = 'https://lp.example/page?fbclid=1'

/** A document of these elements, which answers the few questions that `outboundLinks` asks one. */
export function fakeDocument(told: Told[]): Document {
  return { querySelectorAll: () => told.flatMap((one) => elements(one, false)) } as unknown as Document
}

function elements(told: Told, aside: boolean): Element[] {
  const { tag, attributes = {}, hidden = {}, within = [], shadow } = told
  const isAside = aside || tag === 'footer'
  const element = {
    localName: tag,
    href: attributes.href === undefined ? '' : (URL.parse(attributes.href, BASE)?.href ?? attributes.href),
    getAttribute: (name: string) => attributes[name] ?? null,
    hasAttribute: (name: string) => name in attributes,
    closest: () => (isAside ? {} : null),
    querySelectorAll: () => Object.entries(hidden).map(([name, value]) => ({ name, value })),
    shadowRoot: shadow ? fakeDocument(shadow) : null,
  }
  return [element as unknown as Element, ...within.flatMap((one) => elements(one, isAside))]
}
