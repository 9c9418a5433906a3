import { describe, expect, it } from 'vitest'
import { history, link, metaRefresh, path, redirect, script } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'too-many-hops')
const redirects = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => redirect(302, at(`h${from + n}`)))

describe('too-many-hops', () => {
  it('advises from six redirects in a row on, and names the hop that begins them', () => {
    expect(says(path(at('ads'), ...redirects(6)))).toEqual(['info 0'])
    expect(says(path(at('ads'), link(at('trk')), ...redirects(6)))).toEqual(['info 1'])
  })

  it('counts refreshes and scripts too', () => {
    const mixed = [...redirects(4), script(at('s')), metaRefresh(at('m'))]
    expect(says(path(at('ads'), ...mixed))).toEqual(['info 0'])
  })

  it('says nothing of five, nor of more with a page between where somebody clicks', () => {
    expect(says(path(at('ads'), ...redirects(5)))).toEqual([])
    expect(says(path(at('ads'), ...redirects(4), link(at('lp')), ...redirects(4, 10)))).toEqual([])
  })

  it('does not apply to a page that changes its own address, nor to a loop', () => {
    expect(says(path(at('ads'), ...Array.from({ length: 9 }, (_, n) => history(at('ads', `${n}`)))))).toEqual([])
    const loop = path(at('ads'), ...redirects(8))
    Object.assign(loop.hops[8] ?? {}, { status: null, error: 'net::ERR_TOO_MANY_REDIRECTS' })
    expect(says(loop)).toEqual([])
  })
})
