import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { recognise, STRIPPERS, type Stripper } from '../../lib/findings/stripper.ts'
import sources from '../../lib/findings/stripper-sources.json' with { type: 'json' }
import rows from '../../lib/findings/strippers.json' with { type: 'json' }
import { CAUSES, Cause } from '../../lib/model/click-path.ts'

/** A build leaves the ids out; here they are. */
const NAMED = STRIPPERS as readonly (Stripper & { id: string })[]

const words = z.string().check(z.minLength(10), z.regex(/[.)]$/))
const pattern = z.string().check(
  z.refine((text) => {
    try {
      return new RegExp(text, 'i').source !== ''
    } catch {
      return false
    }
  }),
)
const CHANGES = z.enum([
  'canonical',
  'same-path',
  'same-address',
  'same-site',
  'other-site',
  'locale',
  'query-gone',
  'query-fixed',
  'query-part',
  'first-kept',
  'tracking-only',
  'behind-nested-url',
  'behind-entity',
  'in-fragment',
  'in-body',
])
const Row = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  causes: z.optional(z.array(Cause).check(z.minLength(1))),
  changes: z.optional(z.array(CHANGES).check(z.minLength(1))),
  header: z.optional(pattern),
  without: z.optional(pattern),
  host: z.optional(pattern),
  target: z.optional(pattern),
  method: z.optional(z.enum(['GET', 'POST'])),
  what: z.optional(words),
  fix: z.optional(words),
  paste: z.optional(z.array(z.string()).check(z.minLength(1))),
})
const Source = z.strictObject({
  confidence: z.enum(['documented', 'widely-used', 'recalled']),
  sources: z.array(z.string().check(z.minLength(5))),
})

describe('the ways to lose a query string', () => {
  it('are rows of one shape, each id once', () => {
    expect(z.array(Row).parse(rows)).toEqual(rows)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('say what happened or what to do, and paste only with a fix', () => {
    for (const { id, what, fix, paste } of NAMED) {
      expect(what ?? fix, id).toBeDefined()
      if (paste) expect(fix, id).toBeDefined()
    }
  })

  it('have their source and how sure it is beside them; what nobody could be asked about is recalled', () => {
    expect(Object.keys(z.record(z.string(), Source).parse(sources)).sort()).toEqual(NAMED.map(({ id }) => id).sort())
    for (const [id, source] of Object.entries(sources))
      if (source.sources.length === 0) expect(source.confidence, id).toBe('recalled')
  })

  it.each(CAUSES)('have something to do for each cause: %s', (cause) => {
    const seen = { cause, changes: new Set<never>(), headers: [], host: '', target: '', method: 'POST' }
    expect(recognise(seen).fix).toBeDefined()
  })

  it('fill in nothing but what is known', () => {
    const known =
      /^(?:from|host|to|target|url|status|name|by|lists|origin|path|iis|oldpath|oldpattern|REQUEST_URI|query|key|value)$/
    for (const { id, what = '', fix = '', paste = [] } of NAMED)
      for (const [, key = ''] of [what, fix, ...paste].join(' ').matchAll(/\{(\w+)\}/g)) expect(key, id).toMatch(known)
  })
})

describe('docs/FIXES.md', () => {
  it('is the table that these rows make', () => {
    const cells = NAMED.map((row) => {
      const { confidence, sources: from } = sources[row.id as keyof typeof sources]
      return [`\`${row.id}\``, seenBy(row), [row.what, row.fix].filter(Boolean).join(' '), confidence, from.join('; ')]
    })
    const table = cells.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    return expect(`${INTRODUCTION}\n${table.join('\n')}\n`).toMatchFileSnapshot('../../docs/FIXES.md')
  })
})

const INTRODUCTION = `# Fixes

What the fix of a lost parameter is chosen by: the first row of which everything holds says what happened, and the first
that has something to do says what to do. Where the headers show that a cache before the server gave the redirect, that is
said first. \`{from}\` is the host that lost it, \`{host}\` the one it led to, \`{name}\` the
parameter, \`{target}\` and \`{url}\` the URL without its query. Many rows come with lines to paste; they are left out where a
URL or a name holds anything but plain characters, for they end in somebody's configuration.

*Documented*: by the vendor's documentation or source. *Widely used*: by two or more independent public sources.
*Recalled*: known from practice, no source read. The rows are \`lib/findings/strippers.json\`; this file is made from them by
\`npx vitest run test/findings/strippers.test.ts -u\`.

| id | recognised by | what it says | confidence | sources |
| --- | --- | --- | --- | --- |`

function seenBy({ causes, changes, header, without, host, target, method }: (typeof NAMED)[number]): string {
  const said = [
    causes?.join(' or '),
    method,
    changes?.join(' and '),
    header && `header \`${header}\``,
    without && `without header \`${without}\``,
    host && `host \`${host}\``,
    target && `target \`${target}\``,
  ]
  return said.filter(Boolean).join('; ') || 'anything'
}
