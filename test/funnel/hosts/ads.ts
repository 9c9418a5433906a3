import type { Context } from '../context.ts'
import { type Html, html, page } from '../page.ts'
import { type Scenario, THEMES, type Theme } from '../scenario.ts'
import { SCENARIOS } from '../scenarios.ts'

const HEADINGS: Readonly<Record<Theme, readonly [heading: string, text: string]>> = {
  lost: ['The click ID is lost', 'Each of these costs conversions. Clickpath names the hop to blame.'],
  replaced: ['Replaced or handed over', 'Another value stands where the click ID was.'],
  renamed: ['Renamed on the way', 'The same value under another name: it still arrives.'],
  broken: ['The funnel is broken', 'The click does not get through, or its ID never was one.'],
  kept: ['The click ID arrives', 'Every way a browser can be sent on, with nothing lost.'],
}

const VERDICTS = {
  pass: '✓ pass',
  warn: '▲ warning',
  fail: '✕ fail',
} as const

/** The page where every click begins: one ad a scenario, each a plain link with the click ID an ad platform would add. */
export const adPage = (context: Context): string =>
  page(
    'Clickpath demo funnel',
    html`<main>
<h1>Clickpath demo funnel</h1>
<p class="soft">Every card is an ad that leads through a small affiliate funnel on this machine: tracker, landing page, network, offer.
Click one, follow the button on the landing page, then open Clickpath and see what became of the click ID.</p>
${THEMES.map((theme) => section(theme, context))}
</main>`,
  )

const section = (theme: Theme, context: Context): Html =>
  html`<section aria-labelledby="${theme}"><h2 id="${theme}">${HEADINGS[theme][0]}</h2><p class="soft">${HEADINGS[theme][1]}</p>
<ul class="cards">${SCENARIOS.filter((scenario) => scenario.theme === theme).map((scenario) => card(scenario, context))}</ul></section>`

const card = ({ id, title, story, start, steps, expect }: Scenario, { origin }: Context): Html =>
  html`<li><a class="card" id="ad-${id}" href="${origin(start.host)}${start.path}">
<span class="top"><span>Ad</span><span>${steps ? 'then press its button' : 'goes by itself'}</span></span>
<strong>${title}</strong>
<span class="story">${story}</span>
<span class="soft says">Clickpath should say: <b class="${expect.verdict}">${VERDICTS[expect.verdict]}</b></span>
</a></li>
`
