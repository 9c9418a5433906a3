import type { Context } from '../context.ts'
import { OFFER } from '../hosts.ts'
import { html, page, receivedTable, scriptString, trusted } from '../page.ts'
import { fieldsOf } from '../query.ts'
import type { RecordedRequest } from '../request-log.ts'

/** What such a landing page does with the click IDs that it gets. */
export const KEEPINGS = ['right', 'another', 'nothing'] as const
export type Keeping = (typeof KEEPINGS)[number]

/** The keeping that a path of the landing host names: `/keeps/right`. */
export const keepingOf = (path: string): Keeping | undefined => KEEPINGS.find((kind) => path === `/keeps/${kind}`)

/** As the platforms' tags keep a click ID: `_fbc`, `_gcl_aw`, `ttclid`. */
const PIXELS = `function keep(fbclid, gclid, ttclid) {
  document.cookie = '_fbp=fb.1.' + Date.now() + '.1234567890; path=/'
  document.cookie = '_fbc=fb.1.' + Date.now() + '.' + fbclid + '; path=/'
  document.cookie = '_gcl_aw=GCL.' + Math.floor(Date.now() / 1000) + '.' + gclid + '; path=/'
  document.cookie = 'ttclid=' + ttclid + '; path=/'
}
function forget() {
  for (const name of ['_fbp', '_fbc', '_gcl_aw', 'ttclid']) document.cookie = name + '=; path=/; max-age=0'
}
const got = new URLSearchParams(location.search)
document.cookie = 'session=not-of-the-catalogue; path=/'
`
const KEEPS: Readonly<Record<Keeping, string>> = {
  right: `keep(got.get('fbclid'), got.get('gclid'), got.get('ttclid'))`,
  another: `keep('IwAR0anotherClickAnotherClickAnotherClickAnotherClickAnother', 'Cj0KCQanotherClickAnotherClick', 'E.C.P.anotherClick')`,
  nothing: 'forget()',
}

/**
 * A landing page with the tags of three ad platforms and four ways on: a link, a link that a script adds after the load, a
 * form, and a link in the footer. The right one passes the click IDs on by each of them, the others by none.
 */
export function keepingPage(kind: Keeping, { query }: RecordedRequest, { origin }: Context): string {
  const offer = (name: string) => `${origin(OFFER)}/${name}`
  const passed = kind === 'right' ? `?${query}` : ''
  const added = scriptString(`${offer('added')}${passed}`)
  return page(
    'Nordlys mattresses',
    html`<div class="strip">Demo landing page: <b>keeps ${kind}</b></div>
<main class="narrow">
<h1>Sleep like it is Sunday every night</h1>
<p><a id="plain" href="${offer('plain')}${passed}">See the offer</a> <a href="https://www.facebook.com/nordlys">Follow us</a></p>
<form method="get" action="${offer('form')}">${(kind === 'right' ? fieldsOf(query) : []).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>Your e-mail <input name="mail" value="somebody@example.org"></label> <button>Order</button></form>
<p id="later"></p>
${receivedTable(fieldsOf(query))}
</main>
<footer><a href="https://sister.example/">Our sister shop</a></footer>
<script>${trusted(PIXELS)}${trusted(KEEPS[kind])}
addEventListener('load', () => setTimeout(() => {
  const link = document.createElement('a')
  link.href = ${trusted(added)}
  link.textContent = 'Last chance'
  document.getElementById('later').append(link)
}, 100))</script>`,
  )
}
