import { html, page } from '../page.ts'
import { type Conversion, SECURE_CODE } from '../receiver.ts'

/** The conversions that came in, latest first. */
export const conversionsPage = (conversions: readonly Conversion[]): string =>
  page(
    'Conversions',
    html`<div class="strip">Demo postback receiver</div>
<main><h1>Conversions</h1>
${
  conversions.length === 0
    ? html`<p class="soft">None yet. Click an ad, then fire a test postback for the click.</p>`
    : html`<table><thead><tr>${['Time', 'Click ID', 'Payout', 'Status', 'Transaction', 'Method'].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${conversions.toReversed().map(row)}</tbody></table>`
}
<p><a href="/conversions.json">As JSON</a></p></main>`,
  )

const row = ({ at, clickId, payout, status, txid, method }: Conversion) =>
  html`<tr>${[at, clickId, payout ?? '', status ?? '', txid ?? '', method].map((text) => html`<td>${text}</td>`)}</tr>`

/** What this host can do, for a person who opens it. */
export const receiverPage = (flavours: readonly string[], troubles: readonly string[]): string =>
  page(
    'Postback receiver',
    html`<main class="narrow"><h1>Postback receiver</h1>
<p>Send conversions by GET or POST to <code>/postback?cid=…&amp;payout=…&amp;status=…&amp;txid=…</code>. It knows the click IDs that the demo's
tracker issued or was handed.</p>
<p><a href="/conversions">Conversions so far</a></p>
<h2>Answers as real trackers and networks give them</h2>
<p>${flavours.map((name) => html`<code>&amp;as=${name}</code> `)}</p>
<p><code>&amp;max-age=60</code> lets clicks live for 60 seconds; a <code>token</code> other than <code>${SECURE_CODE}</code> is refused;
<code>&amp;return=…</code> is what Keitaro says when it took a conversion.</p>
<h2>Endpoints that fail or puzzle on purpose</h2>
<ul>${troubles.map((path) => html`<li><code>${path}</code></li>`)}</ul></main>`,
  )
