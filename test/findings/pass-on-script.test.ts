import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { passOnScript } from '../../lib/findings/pass-on-script.ts'

/**
 * What becomes of a page with this address, these links and these forms when the script has run.
 *
 * @param readyState of the page when the script begins
 */
function run(search: string, hrefs: string[], actions: string[] = [], readyState = 'loading') {
  const source = passOnScript('fbclid', ['https://offer.example/order', 'https://offer.example/b'])
  const links = hrefs.map((href) => ({ href }))
  const added: object[] = []
  const forms = actions.map((action) => ({
    getAttribute: () => action,
    querySelector: () => null,
    append: (field: object) => added.push(field),
  }))
  let again = () => {}
  runInNewContext(source?.replace(/<\/?script>/g, '') ?? '', {
    URL,
    URLSearchParams,
    location: { search, toString: () => `https://lp.example/${search}` },
    document: {
      readyState,
      createElement: () => ({}),
      querySelectorAll: (what: string) => (what === 'form' ? forms : links),
    },
    MutationObserver: class {
      constructor(pass: () => void) {
        again = pass
      }
      observe() {}
    },
    addEventListener: (_: string, listener: () => void) => readyState === 'loading' && listener(),
  })
  return {
    hrefs: () => links.map(({ href }) => String(href)),
    added,
    addLink: (href: string) => {
      links.push({ href })
      again()
    },
  }
}

describe('the script to paste', () => {
  test.each(['interactive', 'complete'])(
    'acts at once where a tag manager runs it in a page that is %s',
    (readyState) => {
      const page = run('?fbclid=IwAR1', ['https://offer.example/order'], [], readyState)
      expect(page.hrefs()).toEqual(['https://offer.example/order?fbclid=IwAR1'])
    },
  )

  test('puts the ID of the page’s address on links that lead on, later ones too, and on no other', () => {
    const page = run('?fbclid=IwAR1&x=2', ['https://offer.example/order?a=1', 'https://other.example/', 'http://['])
    page.addLink('https://offer.example/b?fbclid={fbclid}')
    expect(page.hrefs()).toEqual([
      'https://offer.example/order?a=1&fbclid=IwAR1',
      'https://other.example/',
      'http://[',
      'https://offer.example/b?fbclid=IwAR1',
    ])
  })

  test('puts it into forms that lead on, as a hidden field', () => {
    expect(run('?fbclid=IwAR1', [], ['https://offer.example/b', '/search']).added).toEqual([
      { type: 'hidden', name: 'fbclid', value: 'IwAR1' },
    ])
  })

  test('leaves a page without an ID as it is', () =>
    expect(run('?x=2', ['https://offer.example/order']).hrefs()).toEqual(['https://offer.example/order']))

  test.each(["x'+alert(1)+'", '</script>', 'a b', ''])('is not offered for a name such as %j', (name) =>
    expect(passOnScript(name, ['https://offer.example/'])).toBeUndefined(),
  )

  test('is not offered for a host that is none', () =>
    expect(passOnScript('fbclid', ["https://x'y.example/"])).toBeUndefined())
})
