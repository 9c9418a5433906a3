import { describe, expect, it } from 'vitest'
import { follow } from '../../lib/identifiers/follow.ts'
import { keptOf } from '../../lib/identifiers/kept.ts'
import type { KeptValue, Landing } from '../../lib/model/landing.ts'
import { FBCLID, path, redirect } from './story.ts'

const OTHER = 'IwAR0otherClickOtherClickOtherClickOtherClickOtherClickOtherC'
const GCLID = 'Cj0KCQiAvP6ABhCjARIsAH37rbQmXw9LkTz4eYd8GoUqVnRsPcFhBi1JaKxMyW5N0vEtSu2ZgDlOpI3aAmrEEALw_wcB'

const cookie = (name: string, value: string): KeptValue => ({ where: 'cookie', name, value })

/** What is said of each shelf: `_fbc this-click fbclid`. */
function told(
  query: string,
  kept: KeptValue[],
  recorded = path(`https://ads.example/?${query}`, redirect(302, `https://lp.example/?${query}`)),
) {
  const landing: Landing = { at: 0, url: 'https://lp.example/', kept, links: [] }
  return keptOf(recorded.hops, landing, follow(recorded.hops)).map(
    ({ name, holds, identifier, httpOnly }) => `${name} ${holds} ${identifier}${httpOnly ? ' httpOnly' : ''}`,
  )
}

describe('what a landing page kept', () => {
  it.each([
    ['plain', `fb.1.1700000000000.${FBCLID}`],
    ['percent-encoded', encodeURIComponent(`fb.1.1700000000000.${FBCLID}`)],
    ['with an appendix', `fb.1.1700000000000.${FBCLID}.AQ`],
  ])('is this click’s where the cookie holds its value, %s', (_, value) =>
    expect(told(`fbclid=${FBCLID}`, [cookie('_fbc', value)])).toEqual(['_fbc this-click fbclid']),
  )

  it('is another click’s where the cookie holds another value', () =>
    expect(told(`fbclid=${FBCLID}`, [cookie('_fbc', `fb.1.1700000000000.${OTHER}`)])).toEqual([
      '_fbc another-click fbclid',
    ]))

  it('is damaged where a part of the value is left', () =>
    expect(told(`fbclid=${FBCLID}`, [cookie('_fbc', `fb.1.1700000000000.${FBCLID.slice(0, 40)}`)])).toEqual([
      '_fbc damaged fbclid',
    ]))

  it('is nothing where the platform’s tag set no cookie', () =>
    expect(told(`fbclid=${FBCLID}&gclid=${GCLID}`, [])).toEqual(['_fbc nothing fbclid', '_gcl_aw nothing gclid']))

  it('is told of the right one where two cookies share a name', () =>
    expect(
      told(`fbclid=${FBCLID}`, [cookie('_fbc', `fb.1.1.${OTHER}`), cookie('_fbc', `fb.1.1700000000000.${FBCLID}`)]),
    ).toEqual(['_fbc this-click fbclid']))

  it('says nothing of an earlier click of a platform that this one did not come from', () =>
    expect(told('clickid=w7K2PQ9XVN4TB6', [cookie('_gcl_aw', `GCL.1700000000.${GCLID}`)])).toEqual([]))

  it('expects nothing of names that belong to no one platform, and tells where they are kept', () =>
    expect(told('clickid=w7K2PQ9XVN4TB6', [cookie('_voluum_cid', 'w7K2PQ9XVN4TB6')])).toEqual([
      '_voluum_cid this-click clickid',
    ]))

  it('tells a platform’s visitor ID where the click is the platform’s', () => {
    const kept = [cookie('_fbp', 'fb.1.1700000000000.123456789'), cookie('_ttp', 'abcdefghijklmnop')]
    expect(told(`fbclid=${FBCLID}`, kept)).toEqual(['_fbp visitor null', '_fbc nothing fbclid'])
  })

  it('knows a cookie that no script can read from the answer that set it', () => {
    const value = `fb.1.1700000000000.${FBCLID}`
    const recorded = path(
      `https://ads.example/?fbclid=${FBCLID}`,
      redirect(302, `https://www.lp.example/?fbclid=${FBCLID}`),
      redirect(302, `https://lp.example/?fbclid=${FBCLID}`, [{ name: '_fbc', value, domain: '.lp.example' }]),
    )
    expect(told('', [], recorded)).toEqual(['_fbc this-click fbclid httpOnly'])
  })

  it('never throws on what a page may say', () => {
    const kept = [
      cookie('_fbc', ''),
      cookie('_fbc', '%'),
      cookie('_twclid', '{"twclid":'),
      cookie('', ''),
      cookie('x', 'y'),
    ]
    expect(() => told(`fbclid=${FBCLID}&twclid=abcdef123456`, kept)).not.toThrow()
  })
})
