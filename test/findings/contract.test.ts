import { describe, expect, it } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import type { Hop, RecordedPath } from '../../lib/model/click-path.ts'
import {
  browserRewrite,
  FBCLID,
  fragment,
  history,
  link,
  metaRefresh,
  outcomeOf,
  path,
  post,
  redirect,
  script,
  setting,
  trailOf,
} from '../identifiers/story.ts'

/*
 * The evidence format, version 1, "Where two readings were possible", one by one. What stands here is a promise to whoever
 * reads the documents: it may be added to, not changed.
 */

const at = (host: string, rest = ''): string => `https://${host}.example/${rest}`
const AD = at('ads', `?fbclid=${FBCLID}`)
const ID = 'Ab3dEf6hIj9k'

/** What all rules of the format's table say: advice aside. */
const says = (recorded: RecordedPath): string[] =>
  judge(recorded)
    .findings.filter(({ severity, rule }) => severity !== 'info' || rule === 'id-stripped')
    .map(({ severity, rule, hop, identifier }) =>
      [severity, rule, hop, identifier].filter((x) => x !== undefined).join(' '),
    )

const with_ = (recorded: RecordedPath, index: number, facts: Partial<Hop>): RecordedPath => {
  Object.assign(recorded.hops[index] as Hop, facts)
  return recorded
}

describe('1. which identifiers raise id-*', () => {
  it.each(['utm_campaign=spring-4711', 'utm_id=9988776655', '_gl=1*abcdef12', 'gclsrc=aw.ds', 'mc_eid=abcdef1234'])(
    'not %s, which is followed and shown',
    (query) => {
      const judged = judge(path(at('a', `?${query}`), redirect(302, at('b'))))
      expect(judged.findings).toEqual([])
      expect(judged.identifiers.map(({ outcome }) => outcome)).toEqual(['lost'])
    },
  )

  it('an empty value is no identifier', () =>
    expect(judge(path(at('a', '?fbclid=&s1='), redirect(302, at('b')))).identifiers).toEqual([]))

  it.each(['US', 'abc', 'true', '2026-11-21', 'germany', 'de-DE', '1'])(
    '%s is shown, never followed, never missed',
    (value) => {
      const moved = path(at('a', `?s1=${value}`), redirect(302, at('b', `?other=${value}`)))
      expect(says(moved)).toEqual([])
      expect(trailOf(moved, 's1')).toBe('appeared stripped')
    },
  )
})

describe('2. severity', () => {
  it.each([
    ['id-stripped', AD, redirect(302, at('b'))],
    ['id-truncated', AD, redirect(302, at('b', `?fbclid=${FBCLID.slice(0, 30)}`))],
    ['id-case-changed', AD, redirect(302, at('b', `?fbclid=${FBCLID.toLowerCase()}`))],
    ['id-double-encoded', at('a', '?clickid=a%2Fb%2Fcdef12'), redirect(302, at('a', 'x?clickid=a%252Fb%252Fcdef12'))],
    ['id-plus-decoded', at('a', '?clickid=ab%2Bcdef12'), redirect(302, at('a', 'x?clickid=ab%20cdef12'))],
    ['id-altered', AD, redirect(302, at('b', `?fbclid=${FBCLID}x`))],
    ['id-replaced', AD, redirect(302, at('b', `?fbclid=${'Zz9'.repeat(20)}`))],
    ['macro-not-replaced', at('a'), redirect(302, at('b', '?clickid={clickid}'))],
    ['redirect-loop', at('a'), redirect(302, at('a'))],
  ])('%s is an error', (rule, url, lead) => expect(says(path(url, lead)).join()).toMatch(new RegExp(`^error ${rule}`)))

  it.each([
    ['id-duplicated', path(at('a', '?clickid=abc-111&clickid=def-222'))],
    ['malformed-query', path(at('a', '?a=1?b=2'))],
    ['stripped-by-browser', path(AD, browserRewrite(at('ads')))],
    ['cached-redirect', with_(path(at('a'), redirect(301, at('b'))), 0, { fromCache: true })],
    ['https-downgrade', path(at('a'), redirect(302, 'http://b.example/'))],
    ['id-stripped', path(AD, redirect(302, at('b', '?clickid=9f8e7d6c')))],
    ['id-replaced', path(at('a', '?clickid=abc-111'), redirect(302, at('b', '?clickid=def-222')))],
  ])('%s is a warning', (rule, recorded) => {
    expect(says(recorded).join()).toMatch(new RegExp(`^warning ${rule}`))
    expect(judge(recorded).verdict).toBe('warn')
  })

  it('id-stripped is info where a page only tidies its own address bar, and advice moves no verdict', () => {
    const tidied = path(AD, history(at('ads')))
    expect(says(tidied)).toEqual(['info id-stripped 0 fbclid'])
    expect(judge(tidied).verdict).toBe('pass')
  })
})

describe('3. the end decides', () => {
  it('what arrives raises nothing for what happened between', () => {
    const between = path(
      AD,
      redirect(302, at('b', `?fbclid=${FBCLID.slice(0, 30)}`)),
      redirect(302, at('c')),
      redirect(302, at('d', `?fbclid=${FBCLID}`)),
    )
    expect(says(between)).toEqual([])
    expect(outcomeOf(between, 'fbclid')).toBe('delivered')
  })

  it('the last document is the last hop that is no history or fragment', () =>
    expect(
      says(path(AD, redirect(302, at('b', `?fbclid=${FBCLID}`)), history(at('b')), fragment(at('b', '#x')))),
    ).toEqual(['info id-stripped 1 fbclid']))

  it('a duplicate is told though the value arrives', () =>
    expect(says(path(at('a', '?clickid=abc-111&clickid=def-222'), redirect(302, at('b', '?clickid=abc-111'))))).toEqual(
      ['warning id-duplicated 0 clickid'],
    ))

  it('stripped-by-* stands instead of id-stripped', () =>
    expect(says(path(AD, browserRewrite(at('ads')), redirect(302, at('b'))))).toEqual([
      'warning stripped-by-browser 0 fbclid',
    ]))
})

describe('4. handed over', () => {
  it('where the very next hop brings a click ID that no earlier hop had', () => {
    expect(says(path(AD, redirect(302, at('b', '?clickid=9f8e7d6c'))))).toEqual(['warning id-stripped 0 fbclid'])
    expect(says(path(AD, redirect(302, at('b')), redirect(302, at('c', '?clickid=9f8e7d6c'))))).toEqual([
      'error id-stripped 0 fbclid',
    ])
    expect(says(path(`${AD}&clickid=9f8e7d6c`, redirect(302, at('b', '?clickid=9f8e7d6c'))))).toEqual([
      'error id-stripped 0 fbclid',
    ])
  })

  it('or, on another site, a new ID-like value in a sub-ID slot', () => {
    expect(says(path(AD, redirect(302, at('b', '?s1=k7f3q9x2m4'))))).toEqual(['warning id-stripped 0 fbclid'])
    expect(says(path(AD, redirect(302, at('ads', 'x?s1=k7f3q9x2m4'))))).toEqual(['error id-stripped 0 fbclid'])
    expect(says(path(AD, redirect(302, at('b', '?s1=banner'))))).toEqual(['error id-stripped 0 fbclid'])
  })

  it('under the same name on another site, where the name belongs to nobody', () => {
    const to = (host: string, name: string) =>
      path(at('a', `?${name}=first-111`), redirect(302, at(host, `?${name}=other-222`)))
    for (const name of ['clickid', 'cid', 'subid', 's1']) {
      expect(says(to('b', name)), name).toEqual([`warning id-replaced 0 ${name}`])
      expect(says(to('www.a', name)), name).toEqual([`error id-replaced 0 ${name}`])
      expect(outcomeOf(to('b', name), name)).toBe('handed-over')
      expect(outcomeOf(to('www.a', name), name)).toBe('lost')
    }
    expect(says(to('b', 'gclid'))).toEqual(['error id-replaced 0 gclid'])
  })
})

describe('5. cookies', () => {
  const COOKIE = { name: 'cid', value: FBCLID }

  it('a value that the site keeps is there, and back in a URL restored', () => {
    const kept = path(AD, setting(link(at('ads', 'cart')), COOKIE), link(at('offer', `?s1=${FBCLID}`)))
    expect(trailOf(kept, 'fbclid')).toBe('appeared moved@cookie restored')
    expect(says(path(AD, setting(link(at('ads', 'cart')), COOKIE)))).toEqual([])
  })

  it('a cookie of another site is none', () =>
    expect(says(path(AD, setting(link(at('offer')), COOKIE)))).toEqual(['error id-stripped 0 fbclid']))
})

describe('6. encoding', () => {
  it('escapes that decode to the same are kept', () =>
    expect(
      trailOf(path(at('a', '?clickid=ab-cd~1234'), redirect(302, at('b', '?clickid=ab%2Dcd%7E1234'))), 'clickid'),
    ).toBe('appeared kept'))

  it('a + stays a +', () => expect(judge(path(at('a', '?clickid=ab+cd1234'))).identifiers[0]?.value).toBe('ab+cd1234'))

  it.each([
    ['one layer more', '%2Fb%2Fcdef12', '%252Fb%252Fcdef12', 'id-double-encoded'],
    ['one layer fewer', '%252Fb%252Fcdef12', '%2Fb%2Fcdef12', 'id-double-encoded'],
    ['a decoded +', 'ab%2Bcd1234', 'ab%20cd1234', 'id-plus-decoded'],
  ])('%s is damage', (_, value, arrived, rule) =>
    expect(says(path(at('a', `?clickid=${value}`), redirect(302, at('a', `x?clickid=${arrived}`))))).toEqual([
      `error ${rule} 0 clickid`,
    ]),
  )

  it('base64 and composites arrive', () => {
    for (const arrived of [btoa(FBCLID), `fb.1.1700000000000.${FBCLID}`]) {
      const recorded = path(AD, redirect(302, at('b', `?s1=${encodeURIComponent(arrived)}`)))
      expect(trailOf(recorded, 'fbclid')).toBe('appeared reencoded')
      expect(says(recorded)).toEqual([])
    }
  })
})

describe('7. near enough to be the same, damaged', () => {
  const rule = (value: string, arrived: string) =>
    says(path(at('a', `?clickid=${value}`), redirect(302, at('a', `x?clickid=${arrived}`))))[0]?.split(' ')[1]

  it.each([
    ['abcdefghijklmnopqr', 'abcdef', 'id-truncated'],
    ['abcdefghijklmnopqr', 'mnopqr', 'id-truncated'],
    ['abcdefghijklmnopqr', 'abcde', 'id-replaced'],
    ['abcdefghijklmnopqrs', 'abcdef', 'id-replaced'],
    ['AbCd1234', 'abcd1234', 'id-case-changed'],
    ['abcdefgh1234', 'abcdXfgh12Y4', 'id-altered'],
    ['abcdefgh1234', 'abXdXfgh12Y4', 'id-replaced'],
    ['abcdefgh123', 'abcdXfgh123', 'id-replaced'],
  ])('%s arrived as %s: %s', (value, arrived, expected) => expect(rule(value, arrived)).toBe(expected))
})

describe('8. the hop to blame', () => {
  it.each([
    ['macro-not-replaced', path(at('a'), redirect(302, at('b', '?s1={sub}')), redirect(302, at('c', '?s1={sub}'))), 1],
    ['malformed-query', path(at('a'), redirect(302, at('b', '?a=1?b=2')), redirect(302, at('c', '?a=1?b=2'))), 1],
    [
      'id-duplicated',
      path(at('a'), redirect(302, at('b', '?s1=abc-11&s1=def-22')), redirect(302, at('c', '?s1=abc-11&s1=def-22'))),
      1,
    ],
    [
      'cached-redirect',
      with_(path(at('a'), redirect(302, at('b')), redirect(301, at('c'))), 1, { fromCache: true }),
      1,
    ],
    ['hop-failed', with_(path(at('a'), redirect(302, at('b'))), 1, { status: 404 }), 1],
    ['https-downgrade', path(at('a'), redirect(302, at('b')), redirect(302, 'http://c.example/')), 1],
    ['redirect-loop', path(at('a'), redirect(302, at('b')), redirect(302, at('c')), redirect(302, at('b'))), 2],
    [
      'redirect-loop',
      with_(path(at('a'), redirect(302, at('b')), redirect(302, at('c'))), 2, {
        status: null,
        error: 'net::ERR_TOO_MANY_REDIRECTS',
      }),
      2,
    ],
  ])('of %s', (rule, recorded, hop) =>
    expect(judge(recorded).findings.find((finding) => finding.rule === rule)?.hop).toBe(hop),
  )
})

describe('9. a loop', () => {
  const COOKIE = [{ name: 'seen', value: '1' }]

  it('is redirects, refreshes and scripts alone', () => {
    expect(says(path(at('a'), script(at('b')), metaRefresh(at('a'))))).toEqual(['error redirect-loop 1'])
    expect(says(path(at('a'), script(at('b')), link(at('a'))))).toEqual([])
  })

  it('may come back once with a cookie set between, not twice', () => {
    const check = [redirect(302, at('b')), redirect(302, at('a'), COOKIE)]
    expect(says(path(at('a'), ...check))).toEqual([])
    expect(says(path(at('a'), ...check, ...check))).not.toEqual([])
  })

  it('is another request where the fragment alone differs, and no return where the query does', () => {
    expect(says(path(at('a', '#x'), redirect(302, at('a', '#y'))))).toEqual(['error redirect-loop 0'])
    expect(says(path(at('a', '?x=1'), redirect(302, at('a', '?x=2'))))).toEqual([])
  })
})

describe('10. malformed', () => {
  it.each(['?a=1?b=2', '?a=1&amp;b=2', '?a=1&=2', '?a=1&#38;b=2'].map((query) => [query]))('%s', (query) =>
    expect(says(path(at('a', query))).join()).toMatch(/malformed-query/),
  )

  it.each(['?a=1%202', '?a=1+2', '?a=1&&b=2', '?a[]=1&a[]=2', '?j={"a":1}', '?url=https://b.example/?x=1'])(
    '%s is fine',
    (query) => expect(says(path(at('a', query)))).toEqual([]),
  )
})

describe('11. a macro', () => {
  it.each([
    at('a', '?x={clickid}'),
    at('a', '?x=%7Bclickid%7D'),
    at('a', '?x=pre_{clickid}'),
    at('a', 'go/{clickid}'),
    at('a', '#s1={clickid}'),
    at('a', '?clickid=undefined'),
    at('a', '?s1=[object%20Object]'),
  ])('stands in %s', (url) => expect(says(path(url)).join()).toMatch(/^error macro-not-replaced 0/))

  it('in a body', () =>
    expect(says(path(at('a'), post(at('b'), 's1=%7Bsub%7D')))).toEqual(['error macro-not-replaced 1 s1']))

  it('in a nested URL is a template until it is asked for', () => {
    const template = at('b', '?clickid={clickid}')
    expect(says(path(at('a', `?url=${encodeURIComponent(template)}`)))).toEqual([])
    expect(says(path(at('a', `?url=${encodeURIComponent(template)}`), redirect(302, template)))).toEqual([
      'error macro-not-replaced 1 clickid',
    ])
  })

  it.each(['?x=undefined', '?state=null'])('%s is none: it is no identifier', (query) =>
    expect(says(path(at('a', query)))).toEqual([]),
  )
})

describe('12. equal values', () => {
  it('under two names where they first appear are two identifiers', () => {
    const two = path(at('a', `?clickid=${ID}&s1=${ID}`), redirect(302, at('b', `?clickid=${ID}`)))
    expect(judge(two).identifiers.map(({ name }) => name)).toEqual(['clickid', 's1'])
  })

  it('a name that comes later is a rename', () => {
    const renamed = path(at('a', `?clickid=${ID}`), redirect(302, at('b', `?s1=${ID}`)))
    expect(judge(renamed).identifiers.map(({ name }) => name)).toEqual(['clickid'])
    expect(trailOf(renamed, 'clickid')).toBe('appeared renamed:s1')
  })
})
