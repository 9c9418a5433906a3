import type { Context } from '../context.ts'
import { POSTBACK } from '../hosts.ts'
import { html, page, receivedTable } from '../page.ts'
import { fieldsOf } from '../query.ts'
import type { RecordedRequest } from '../request-log.ts'

/** The advertiser's checkout. Shows which click IDs came through to it, by URL and by form. */
export const offerPage = ({ query, body }: RecordedRequest, { origin }: Context): string =>
  page(
    'Checkout · Nordlys',
    html`<div class="strip">Demo offer page: <b>here a sale would be made</b></div>
<main class="narrow">
<h1>Your order</h1>
<div class="panel">
<div class="row"><span>Nordlys mattress, 160 × 200</span><span>€ 479.00</span></div>
<div class="row"><span>Delivery</span><span>free</span></div>
<div class="row total"><span>Total</span><span>€ 479.00</span></div>
<button class="cta" type="button" disabled>Pay € 479.00</button>
<p class="soft">Nothing is sold here. Fire a test postback from Clickpath instead, with this template:</p>
<code id="postback-template">${origin(POSTBACK)}/postback?cid={clickid}&amp;payout={payout}&amp;status={status}</code>
</div>
<h2>What came through with the click</h2>
${receivedTable([...fieldsOf(query), ...fieldsOf(body)])}
</main>`,
  )
