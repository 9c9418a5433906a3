import { describe, expect, test } from 'vitest'
import { aimOfForm, aimOfLink } from '../../lib/page/aim.ts'

const PAGE = { baseUrl: 'https://lp.example/cdn/', url: 'https://lp.example/offer?clickid=1', target: '' }

/** An element as its HTML spells it, with what its properties hold. */
const element = (attributes: Record<string, string>, properties: object = {}) => ({
  getAttribute: (name: string) => attributes[name] ?? null,
  ...properties,
})

describe('a link', () => {
  test('leads where its href says, by the name of its target', () => {
    const link = element({ href: 'b', target: '_blank' }, { href: 'https://lp.example/cdn/b' })
    expect(aimOfLink(link, PAGE)).toEqual({ url: 'https://lp.example/cdn/b', target: '_blank' })
  })

  test('takes the target of the page’s base element where it has none', () => {
    const page = { ...PAGE, target: '_blank' }
    expect(aimOfLink(element({ href: '/b' }), page)?.target).toBe('_blank')
    expect(aimOfLink(element({ href: '/b', target: '_self' }), page)?.target).toBe('_self')
  })

  test.each(['href', 'xlink:href'])('drawn in SVG leads where its %s says', (name) => {
    const link = element({ [name]: '/b', target: '_blank' }, { href: { baseVal: '/b' } })
    expect(aimOfLink(link, PAGE)).toEqual({ url: 'https://lp.example/b', target: '_blank' })
  })

  test.each([
    ['no href', {}],
    ['no URL', { href: 'http://[' }],
  ])('with %s leads nowhere', (_, attributes) => {
    expect(aimOfLink(element(attributes as Record<string, string>, { href: { baseVal: '' } }), PAGE)).toBeUndefined()
  })
})

describe('a form', () => {
  test('leads to its action', () => {
    expect(aimOfForm(element({ action: 'go', target: '_blank' }), null, PAGE)).toEqual({
      url: 'https://lp.example/cdn/go',
      target: '_blank',
    })
  })

  test('leads where the button that sent it says, be it a relative URL', () => {
    const button = element({ formaction: '../buy', formtarget: '_blank' })
    expect(aimOfForm(element({ action: '/other' }), button, PAGE)).toEqual({
      url: 'https://lp.example/buy',
      target: '_blank',
    })
  })

  test('without an action leads to the page that it stands on, whatever its base', () => {
    expect(aimOfForm(element({}), null, PAGE)?.url).toBe(PAGE.url)
    expect(aimOfForm(element({ action: '' }), element({}), PAGE)?.url).toBe(PAGE.url)
  })

  test('is read by its attributes: a field named action or target stands in front of the property', () => {
    const field = { name: 'action', value: 'subscribe' }
    const form = element({ action: '/go', target: '_blank' }, { action: field, target: field })
    expect(aimOfForm(form, null, PAGE)).toEqual({ url: 'https://lp.example/go', target: '_blank' })
  })

  test('takes the target of the page’s base element where it has none', () => {
    expect(aimOfForm(element({ action: '/go' }), null, { ...PAGE, target: '_blank' })?.target).toBe('_blank')
  })
})
