import { type Case, END, hop, ID, LP, open, typed } from './case.ts'

/** Pages that leave by a script. */
export const SCRIPTS: readonly Case[] = [
  {
    id: 'script-reloads',
    pages: {
      'ads.localhost/page': {
        html: `<script>if (!sessionStorage.done) setTimeout(() => { sessionStorage.done = 1; location.reload() }, 200)</script>`,
      },
    },
    walk: open(`ads.localhost/page?${ID}`),
    expected: { paths: [[typed, hop('ads.localhost/page', 'script')]] },
  },
  {
    id: 'script-before-meta-refresh',
    pages: {
      ...END,
      'ads.localhost/page': {
        html: `<meta http-equiv=refresh content="9;url=${LP}"><script>setTimeout(() => location.replace("${LP}"), 200)</script>`,
      },
    },
    walk: open(`ads.localhost/page?${ID}`),
    expected: { paths: [[typed, hop('lp.localhost/end', 'script')]] },
  },
  {
    id: 'script-while-parsing',
    pages: { ...END, 'ads.localhost/page': { html: `<script>location.href = "${LP}"</script>` } },
    walk: open(`ads.localhost/page?${ID}`),
    expected: { paths: [[typed, hop('lp.localhost/end', 'script')]] },
  },
  {
    id: 'script-chain',
    pages: {
      ...END,
      'ads.localhost/page': { html: `<script>location.replace("http://trk.localhost:PORT/a?${ID}")</script>` },
      'trk.localhost/a': { html: `<script>location.replace("http://net.localhost:PORT/b?${ID}")</script>` },
      'net.localhost/b': { status: 302, headers: { location: `http://trk.localhost:PORT/c?${ID}` } },
      'trk.localhost/c': { html: `<script>location.replace("${LP}")</script>` },
    },
    walk: open(`ads.localhost/page?${ID}`),
    expected: {
      paths: [
        [
          typed,
          hop('trk.localhost/a', 'script'),
          hop('net.localhost/b', 'script', 302),
          hop('trk.localhost/c', 'http-redirect'),
          hop('lp.localhost/end', 'script'),
        ],
      ],
    },
  },
]
