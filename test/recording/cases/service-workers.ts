import { type Case, CLICK_MS, END, hop, ID, LP, typed } from './case.ts'

const REGISTERS = `<script>
  navigator.serviceWorker.register('/sw.js')
    .then(() => navigator.serviceWorker.ready)
    .then(() => document.body.append(Object.assign(document.createElement('i'), { id: 'ready', textContent: 'ready' })))
</script>`

const serviceWorker = (id: string, answer: string, last: ReturnType<typeof hop>[]): Case => ({
  id: `service-worker-${id}`,
  pages: {
    ...END,
    'ads.localhost/page': { html: `<a id=go href="/answered?${ID}">go</a>${REGISTERS}` },
    'ads.localhost/sw.js': {
      headers: { 'content-type': 'text/javascript' },
      text: `
        addEventListener('fetch', (e) => { if (e.request.url.includes('/answered')) e.respondWith(${answer}) })
        addEventListener('activate', (e) => e.waitUntil(clients.claim()))`,
    },
  },
  walk: async ({ tab, url, rest }) => {
    await tab.goto(url(`ads.localhost/page?${ID}`))
    await tab.click('#ready', CLICK_MS)
    await rest()
    await tab.click('#go', CLICK_MS)
  },
  expected: { paths: [[typed, hop('ads.localhost/answered', 'link', null), ...last]] },
})

/** The page's own service worker answers in place of a server. */
export const SERVICE_WORKERS: readonly Case[] = [
  serviceWorker('answers', `new Response('hello')`, []),
  serviceWorker('redirects', `Response.redirect('${LP}')`, [hop('lp.localhost/end', 'service-worker')]),
]
