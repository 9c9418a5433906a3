import { STYLE } from './style.ts'

/** HTML that is safe to put into a page as it is. Only `html` and `trusted` make it. */
export type Html = { readonly html: string }

type Part = Html | string | number | readonly Html[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)

function render(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

/** Template tag: every string put in is escaped, so it is safe as text and inside a quoted attribute. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: strings.map((text, index) => text + (index < parts.length ? render(parts[index] ?? '') : '')).join(''),
})

/** Marks text written by this project, never text from a request, as HTML. */
export const trusted = (text: string): Html => ({ html: text })

/** A string literal for an inline script: no `</script>` can end it early. */
export const scriptString = (text: string): string =>
  JSON.stringify(text).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

/** A whole page. `head` goes after the title. */
export const page = (title: string, body: Html, head: Html = trusted('')): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
${head}
<style>${trusted(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`.html

/** What a page got with the click, as a table. */
export const receivedTable = (fields: readonly [name: string, value: string][]): Html =>
  fields.length === 0
    ? html`<p class="received empty" id="received">No parameter at all: this sale cannot be told apart from any other.</p>`
    : html`<table class="received" id="received">
<thead><tr><th scope="col">Parameter</th><th scope="col">Value</th></tr></thead>
<tbody>${fields.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody>
</table>`
