/** A link of HTML or SVG. */
export const isLink = (node: unknown): node is Element => node instanceof Element && /^a(rea)?$/.test(node.localName)
