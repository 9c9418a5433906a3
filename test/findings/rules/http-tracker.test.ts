import { describe, expect, it } from 'vitest'
import { link, path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'http-tracker')
const CLICK = '?clickid=9f8e7d6c5b'
const TRACKER = `http://trk.example/click${CLICK}`

describe('http-tracker', () => {
  it('advises where an ID goes over http among hops that are https, once a host', () => {
    expect(says(path(TRACKER, redirect(302, at('lp', CLICK))))).toEqual(['info 0'])
    const twice = path(TRACKER, redirect(302, `http://trk.example/go${CLICK}`), redirect(302, at('lp', CLICK)))
    expect(says(twice)).toEqual(['info 0'])
  })

  it('says nothing of http that is only sent to its own https address', () =>
    expect(says(path(`http://lp.example/${CLICK}`, redirect(301, at('www.lp', CLICK))))).toEqual([]))

  it('leaves what https leads to, to the rule of that name', () => {
    const story = path(at('lp', CLICK), link(TRACKER))
    expect(says(story)).toEqual([])
    expect(told(story, 'https-downgrade')).toEqual(['warning 0'])
  })

  it('does not apply where all is http, no ID is on the hop, or the host is local', () => {
    expect(says(path(TRACKER, redirect(302, `http://lp.example/${CLICK}`)))).toEqual([])
    expect(says(path('http://trk.example/', redirect(302, at('lp', CLICK))))).toEqual([])
    expect(says(path(`http://192.168.1.7/${CLICK}`, redirect(302, at('lp', CLICK))))).toEqual([])
  })
})
