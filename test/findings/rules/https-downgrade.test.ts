import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import { history, path, redirect, script } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'https-downgrade')

describe('https-downgrade', () => {
  it('blames the https hop', () =>
    expect(says(path(at('a'), redirect(302, at('b')), script('http://c.example/')))).toEqual(['warning 1']))

  it('says nothing of http to https, or http throughout', () => {
    expect(says(path('http://a.example/', redirect(301, at('a'))))).toEqual([])
    expect(says(path('http://a.example/', redirect(301, 'http://b.example/')))).toEqual([])
  })

  it('begins its sentence with a capital letter, whoever led on', () =>
    expect(judge(path(at('a'), script('http://c.example/'))).findings[0]?.detail).toBe(
      'A script on a.example went on to c.example without TLS.',
    ))

  it('does not apply to an app link or a change of address', () =>
    expect(says(path(at('a'), history(at('a', 'b')), script('myapp://open')))).toEqual([]))
})
