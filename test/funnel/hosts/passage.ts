import { html, page, scriptString, trusted } from '../page.ts'
import type { Way } from '../scenario.ts'

/** A form as the browser will send it. */
export type FormToSend = { method: 'get' | 'post'; action: string; fields: [name: string, value: string][] }

const WAIT = html`<main class="narrow"><h1>One moment…</h1><p class="soft">You are being taken to the offer.</p></main>`

/** A page that is only passed through; what sends the browser on is in the answer's header. */
export const waitingPage = (): string => page('One moment…', WAIT)

export const metaRefreshPage = (seconds: number, url: string): string =>
  page('One moment…', WAIT, html`<meta http-equiv="refresh" content="${seconds};url=${url}">`)

/** A page whose script leads on: at once, or from a timer. */
export function scriptPage({ call, afterMs }: Extract<Way, { by: 'script' }>, url: string): string {
  const target = scriptString(url)
  const statement = call === 'location.href' ? `location.href = ${target}` : `${call}(${target})`
  const code = afterMs === 0 ? statement : `setTimeout(() => { ${statement} }, ${afterMs})`
  return page('One moment…', html`${WAIT}<script>${trusted(code)}</script>`)
}

export const hiddenFields = (fields: FormToSend['fields']) =>
  fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

/** A page whose form submits itself. */
export const formPage = ({ method, action, fields }: FormToSend): string =>
  page(
    'One moment…',
    html`${WAIT}
<form id="onward" method="${method}" action="${action}">${hiddenFields(fields)}</form>
<script>document.getElementById('onward').submit()</script>`,
  )

export const brokenPage = (status: 404 | 500): string =>
  page(
    `${status}`,
    html`<main class="narrow"><h1>${status === 404 ? '404: no such campaign' : '500: internal server error'}</h1>
<p class="soft">This hop is broken on purpose: the click ends here.</p></main>`,
  )
