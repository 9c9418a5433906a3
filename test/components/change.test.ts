import { describe, expect, test } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import { changeOf, type Excerpt } from '../../lib/ui/change.ts'
import { FBCLID, path, post, redirect } from '../identifiers/story.ts'

const SIGNS = { same: '', gone: '-', new: '+', marked: '*' }
const shown = (excerpt: Excerpt | null | undefined) =>
  excerpt?.pieces.map(({ text, kind }) => (kind === 'same' ? text : `[${SIGNS[kind]}${text}]`)).join('')

/** The bytes that a path's first finding shows. */
function bytes(...told: Parameters<typeof path>) {
  const judged = judge(path(...told))
  const [finding] = judged.findings
  if (!finding) throw new Error('no finding')
  const change = changeOf(judged, finding)
  return change && [shown(change.before), shown(change.after)]
}

describe('the bytes of a finding', () => {
  test('of a lost ID: what is gone, and the URL that came without it', () => {
    expect(bytes(`https://a.example/?u=1&fbclid=${FBCLID}&x=2`, redirect(302, 'https://b.example/?u=1'))).toEqual([
      `https://a.example/?u=1&[-fbclid=${FBCLID}]&x=2`,
      'https://b.example/?u=1',
    ])
  })

  test('of a damaged ID: where it differs, in the bytes that were sent', () => {
    expect(
      bytes(
        'https://a.example/?cid=Abc123%2Bdef%2Bghi',
        redirect(302, 'https://b.example/?cid=Abc123%252Bdef%252Bghi'),
      ),
    ).toEqual([
      'https://a.example/?cid=Abc123[-%2B]def[-%2B]ghi',
      'https://b.example/?cid=Abc123[+%252B]def[+%252B]ghi',
    ])
  })

  test('of a replaced ID: both values', () => {
    expect(
      bytes('https://a.example/?fbclid=QWERTYUIOPASDFGH', redirect(302, 'https://b.example/?fbclid=12345678901')),
    ).toEqual(['https://a.example/?fbclid=[-QWERTYUIOPASDFGH]', 'https://b.example/?fbclid=[+12345678901]'])
  })

  test('of an ID in a path, in a fragment, in a nested URL, in a form body', () => {
    const gone = redirect(302, 'https://b.example/')
    expect(
      bytes(`https://a.example/?fbclid=${FBCLID}`, redirect(302, `https://lp.example/go/${FBCLID}/x`), gone)?.[0],
    ).toBe(`https://lp.example/go/[-${FBCLID}]/x`)
    expect(bytes(`https://a.example/#fbclid=${FBCLID}`, gone)?.[0]).toBe(`https://a.example/#[-fbclid=${FBCLID}]`)
    const nested = encodeURIComponent(`https://b.example/?fbclid=${FBCLID}`)
    expect(bytes(`https://a.example/?u=${nested}`, gone)?.[0]).toBe(
      `https://a.example/?u=https%3A%2F%2Fb.example%2F%3F[-fbclid%3D${FBCLID}]`,
    )
    expect(bytes('https://a.example/', post('https://lp.example/', `x=1&fbclid=${FBCLID}`), gone)?.[0]).toBe(
      `x=1&[-fbclid=${FBCLID}]`,
    )
  })

  test('of a macro, encoded or not: the macro', () => {
    expect(bytes('https://a.example/?clickid={clickid}&x=1')).toEqual([
      'https://a.example/?clickid=[*{clickid}]&x=1',
      undefined,
    ])
    expect(bytes('https://a.example/?clickid=%7bclickid%7d')?.[0]).toBe('https://a.example/?clickid=[*%7bclickid%7d]')
  })

  test('of a name that stands twice: both', () => {
    expect(bytes('https://a.example/?clickid=first-1112&x=1&clickid=other-2223')?.[0]).toBe(
      'https://a.example/?[*clickid=first-1112]&x=1&[*clickid=other-2223]',
    )
  })

  test('of a downgrade: the letter that was lost', () => {
    expect(bytes('https://a.example/x', redirect(302, 'http://a.example/x'))).toEqual([
      'http[-s]://a.example/x',
      'http://a.example/x',
    ])
  })

  test('are left out where they would show nothing', () => {
    const failed = path('https://a.example/')
    Object.assign(failed.hops[0] ?? {}, { status: 500 })
    const judged = judge(failed)
    expect(judged.findings.map((finding) => changeOf(judged, finding))).toEqual([null])
  })

  test('never throw, whatever a URL is made of', () => {
    for (const url of ['', '%', 'https://a.example/?fbclid=%E0%A4%A&fbclid=\ud800', '?fbclid=a`b`c'])
      for (const finding of judge(path(url, redirect(302, 'https://b.example/'))).findings)
        expect(() => changeOf(judge(path(url, redirect(302, 'https://b.example/'))), finding)).not.toThrow()
  })
})
