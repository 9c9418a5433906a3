import { describe, expect, it } from 'vitest'
import { browserRewrite, extensionRewrite, FBCLID, path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'stripped-by-extension')
const AD = at('ads', `?fbclid=${FBCLID}&utm_source=x`)

describe('stripped-by-extension', () => {
  it('stands instead of id-stripped, with a warning', () => {
    const story = path(AD, extensionRewrite(at('ads')), redirect(302, at('lp')))
    expect(says(story)).toEqual(['warning 0 fbclid'])
    expect(told(story, 'id-stripped')).toEqual([])
  })

  it('says nothing where the value arrives nevertheless, or something else took it', () => {
    expect(says(path(AD, extensionRewrite(at('ads')), redirect(302, AD)))).toEqual([])
    expect(says(path(AD, browserRewrite(at('ads'))))).toEqual([])
    expect(says(path(AD, extensionRewrite(AD), redirect(302, at('lp'))))).toEqual([])
  })

  it('does not apply to campaign tags', () =>
    expect(says(path(at('a', '?utm_source=newsletter'), extensionRewrite(at('a'))))).toEqual([]))
})
