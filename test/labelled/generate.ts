import type { Cause } from '../../lib/model/click-path.ts'
import { type Chain, chainOf, type Label, type Leg } from './chain.ts'
import { VALUES } from './values.ts'

/** Where a URL or a request has a value. */
type Place = 'query' | 'renamed' | 'fragment' | 'path' | 'body' | 'nested'

const PLACES: readonly Place[] = ['query', 'renamed', 'fragment', 'path', 'body', 'nested']

/** A hop on a host that carries a value in a place; escaped as often as `layers` says. */
function carrying(cause: Cause, host: string, name: string, value: string, place: Place): Leg {
  const raw = encodeURIComponent(value)
  const base = `https://${host}.example/`
  const url = {
    query: `${base}?v=2&${name}=${raw}&lang=en`,
    renamed: `${base}?v=2&sub4=${raw}`,
    fragment: `${base}?v=2#${name}=${raw}`,
    path: `${base}in/${raw}/start`,
    body: `${base}lead`,
    nested: `${base}?u=${encodeURIComponent(`https://inner.example/?${name}=${raw}`)}`,
  }[place]
  return place === 'body' ? { cause: 'form', url, facts: { body: `step=2&${name}=${raw}` } } : { cause, url, facts: {} }
}

const swap = (value: string): string => `${value.slice(0, 9)}zz${value.slice(11)}`

/** The ways to damage a value, each with the rule that speaks of it. */
const DAMAGES: readonly { rule: string; value: string; turn: (value: string) => string }[] = [
  { rule: 'id-truncated', value: VALUES.gclid ?? '', turn: (value) => value.slice(0, 48) },
  { rule: 'id-truncated', value: VALUES.cjevent ?? '', turn: (value) => value.slice(-20) },
  { rule: 'id-case-changed', value: VALUES.fbclid ?? '', turn: (value) => value.toLowerCase() },
  { rule: 'id-case-changed', value: VALUES.click ?? '', turn: (value) => value.toUpperCase() },
  { rule: 'id-double-encoded', value: VALUES.odd ?? '', turn: encodeURIComponent },
  { rule: 'id-plus-decoded', value: VALUES.plus ?? '', turn: (value) => value.replaceAll('+', ' ') },
  { rule: 'id-altered', value: VALUES.uuid ?? '', turn: swap },
  { rule: 'id-altered', value: VALUES.num ?? '', turn: (value) => String(Number(value)) },
]

const LEADS: readonly Cause[] = [
  'http-redirect',
  'script',
  'meta-refresh',
  'refresh-header',
  'link',
  'service-worker',
  'unknown',
]

const NAMES = ['clickid', 'gclid', 's2'] as const

/** A name turns the value's ownership: what is lost is said of that name. */
const label = (rule: string, hop: number, identifier: string): Label => ({ severity: 'error', rule, hop, identifier })

/**
 * Every damage, loss and replacement in every place, led on to by every cause in turn, over three and more hops; and for
 * each of them the same way with the value whole, which must raise nothing.
 */
export function generateChains(): Chain[] {
  const chains: Chain[] = []
  let turn = 0
  for (const place of PLACES) {
    for (const { rule, value, turn: damage } of DAMAGES) {
      const name = NAMES[turn % NAMES.length] as string
      const lead = LEADS[turn++ % LEADS.length] as Cause
      const start = carrying('typed', 'ads', name, value, 'query')
      const middle = carrying('http-redirect', 'trk', name, value, place)
      const damaged = damage(value)
      const said = `${name} in ${place} by ${lead}`
      chains.push(
        chainOf(
          `${rule}: ${said}`,
          [
            start,
            middle,
            carrying(lead, 'lp', name, damaged, place),
            carrying('script', 'offer', name, damaged, place),
          ],
          [label(rule, 1, name)],
          [{ name, outcome: 'altered' }],
        ),
        chainOf(
          `whole: ${said} (${rule})`,
          [start, middle, carrying(lead, 'lp', name, value, place), carrying('link', 'offer', name, value, 'query')],
          [],
          [{ name, outcome: 'delivered' }],
        ),
      )
    }
    for (const lead of LEADS) {
      const name = NAMES[turn++ % NAMES.length] as string
      const value = VALUES.irclickid ?? ''
      chains.push(
        chainOf(
          `id-stripped: ${name} in ${place} by ${lead}`,
          [
            carrying('typed', 'ads', name, value, 'query'),
            carrying('http-redirect', 'trk', name, value, place),
            { cause: lead, url: 'https://lp.example/?v=2&lang=en' },
          ],
          [label('id-stripped', 1, name)],
          [{ name, outcome: 'lost' }],
        ),
      )
    }
  }
  return chains
}
