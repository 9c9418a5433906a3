import { describe, expect, it } from 'vitest'
import { FBCLID, path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (query: string) => told(path(at('ads', query), redirect(302, at('lp', query))), 'long-fbclid')

describe('long-fbclid', () => {
  it('advises from 501 characters on', () => expect(says(`?fbclid=${'a'.repeat(501)}`)).toEqual(['info 0 fbclid']))

  it('says nothing of 500, or of a usual one', () => {
    expect(says(`?fbclid=${'a'.repeat(500)}`)).toEqual([])
    expect(says(`?fbclid=${FBCLID}`)).toEqual([])
  })

  it('does not apply to other IDs', () =>
    expect(says(`?ttclid=${'a'.repeat(600)}&clickid=${'b'.repeat(600)}`)).toEqual([]))
})
