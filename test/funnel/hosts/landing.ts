import { type Html, html, page, receivedTable, scriptString, trusted } from '../page.ts'
import type { Way } from '../scenario.ts'
import { type FormToSend, hiddenFields } from './passage.ts'

type Clicked = Extract<Way, { by: 'link' | 'window.open' }>

/** A landing page: what it got, what its call to action does, what it does to its own address. */
export type LandingPage = {
  title: string
  fields: [name: string, value: string][]
  /** Absent: the click ends on this page. */
  action?: { by: 'way'; way: Clicked; url: string } | { by: 'form'; form: FormToSend }
  address?: { call: 'pushState' | 'replaceState'; url: string }
  anchor?: string
}

const LABEL = 'Get 40 % off today'

/** No link but the call to action, so that nothing else can lead the click away. */
export const landingPage = ({ title, fields, action, address, anchor }: LandingPage): string =>
  page(
    'Nordlys mattresses',
    html`<div class="strip">Demo landing page: <b>${title}</b></div>
<main class="narrow">
<h1>Sleep like it is Sunday every night</h1>
<p class="soft">The Nordlys mattress: three layers, a hundred nights to try it, and nobody asks why you send it back.</p>
${anchor ? html`<p><a id="to-${anchor}" href="#${anchor}">Jump to the offer</a></p>` : ''}
<div class="panel"${anchor ? html` id="${anchor}"` : ''}>
<div class="row"><span>Nordlys, 160 × 200</span><span><s class="soft">€ 798</s> € 479</span></div>
${action ? callToAction(action) : html`<p class="soft">The click ends on this page.</p>`}
</div>
<h2>What this page got</h2>
${receivedTable(fields)}
</main>
${address ? addressScript(address) : ''}`,
  )

function callToAction(action: NonNullable<LandingPage['action']>): Html {
  if (action.by === 'form') {
    const { method, action: target, fields } = action.form
    return html`<form method="${method}" action="${target}">${hiddenFields(fields)}
<button class="cta" id="cta">${LABEL}</button></form>`
  }
  const { way, url } = action
  if (way.by === 'window.open') {
    const features = way.features ? `, ${scriptString(way.features)}` : ''
    return html`<button class="cta" id="cta" type="button">${LABEL}</button>
<script>document.getElementById('cta').onclick = () => { window.open(${trusted(`${scriptString(url)}, '_blank'${features}`)}) }</script>`
  }
  return html`<a class="cta" id="cta" href="${url}"${way.target ? html` target="${way.target}"` : ''}${way.rel ? html` rel="${way.rel}"` : ''}>${LABEL}</a>`
}

/** After the load, as analytics scripts and single-page apps do it. */
const addressScript = ({ call, url }: NonNullable<LandingPage['address']>): Html =>
  html`<script>addEventListener('load', () => setTimeout(() => history.${call}(null, '', ${trusted(scriptString(url))}), 50))</script>`
