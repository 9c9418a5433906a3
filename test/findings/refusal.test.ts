import { describe, expect, it } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import type { Hop } from '../../lib/model/click-path.ts'
import { path } from '../identifiers/story.ts'

const fixOf = (facts: Partial<Hop>, headers: Record<string, string> = {}) => {
  const recorded = path('https://lp.example/')
  const told = Object.entries(headers).map(([name, value]) => ({ name, value }))
  Object.assign(recorded.hops[0] as Hop, { headers: told, ...facts })
  return judge(recorded).findings.find(({ rule }) => rule === 'hop-failed')?.fix
}
const CLOUDFLARE = { server: 'cloudflare', 'cf-ray': '8a-FRA' }

describe('an answer of 400 and more is mended where it was given', () => {
  it.each([
    ['a challenge', { status: 403 }, { ...CLOUDFLARE, 'cf-mitigated': 'challenge' }, 'prove that a person'],
    ['a firewall', { status: 403 }, CLOUDFLARE, 'Security → Events'],
    ['a server that Cloudflare cannot reach', { status: 522 }, CLOUDFLARE, 'the server behind lp.example'],
    [
      'a refusal that Cloudflare only passes on',
      { status: 403 },
      { ...CLOUDFLARE, 'cf-cache-status': 'DYNAMIC' },
      'Find out why',
    ],
    ['a refusal', { status: 403 }, {}, 'Find out why lp.example refuses'],
    ['a fault', { status: 500 }, {}, 'server log of lp.example'],
    ['a missing page', { status: 404 }, {}, 'Correct the link'],
    ['a name that WordPress keeps', { status: 404, url: 'https://lp.example/?name=x7' }, {}, 'takes name= for'],
    ['a login', { status: 401 }, {}, 'asks for a login'],
    ['the login of a proxy', { status: 407 }, {}, 'the proxy or VPN of this browser'],
    ['a method', { status: 405, method: 'POST' }, {}, 'does not take POST'],
    ['too many requests', { status: 429 }, {}, 'wait'],
    ['a URL too long', { status: 414 }, {}, 'characters, more than lp.example takes'],
    ['a long URL', { status: 400, url: `https://lp.example/?a=${'x'.repeat(3000)}` }, {}, '3022 characters'],
    ['raw characters', { status: 400, url: 'https://lp.example/?a=x|y' }, {}, 'percent-encode'],
  ])('%s', (_, facts, headers, words) => expect(fixOf(facts, headers as Record<string, string>)).toContain(words))
})
