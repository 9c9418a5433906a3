import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import type { Hop } from '../../../lib/model/click-path.ts'
import { path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'hop-failed')
const ended = (facts: Partial<Hop>) => {
  const story = path(at('a'), redirect(302, at('b')))
  Object.assign(story.hops[1] as Hop, facts)
  return story
}

describe('hop-failed', () => {
  it.each([
    ['404', { status: 404 }],
    ['503', { status: 503 }],
    ['DNS', { status: null, error: 'net::ERR_NAME_NOT_RESOLVED' }],
    ['TLS', { status: null, error: 'net::ERR_CERT_AUTHORITY_INVALID' }],
    ['timeout', { status: null, error: 'net::ERR_TIMED_OUT' }],
    ['a server that nobody waited for any longer', { status: null, error: 'net::ERR_ABORTED', durationMs: 30_000 }],
    ['a redirect to where no server may lead', { url: 'view-source:https://b.example/', status: null }],
    ['a connection that Firefox could not make', { status: null, error: 'NS_BINDING_FAILED' }],
    ['a code of Firefox', { status: null, error: 'Error code 2152398861' }],
  ])('holds for %s', (_, facts) => expect(says(ended(facts))).toEqual(['error 1']))

  it.each([
    ['a page', { status: 200 }],
    ['no answer known', { status: null }],
    ['a download', { status: 204, error: 'net::ERR_ABORTED' }],
    ['a redirect at the end, which is no failure that a browser told of', { status: 302 }],
    ['a loop, which is told as that', { status: 302, error: 'net::ERR_TOO_MANY_REDIRECTS' }],
    ['a superseded navigation in Firefox', { status: null, error: 'Error code 2152398850' }],
    ['what the next load overtook in Firefox', { status: null, error: 'NS_BINDING_CANCELLED_OLD_LOAD' }],
  ])('says nothing of %s', (_, facts) => expect(says(ended(facts))).toEqual([]))

  it('says nothing of a redirect of which the answer is still to come', () =>
    expect(says(path(at('a'), redirect(302, at('b'))))).toEqual([]))

  it('does not apply to a link into an app', () =>
    expect(says(ended({ url: 'myapp://open?x=1', status: null, error: 'net::ERR_UNKNOWN_URL_SCHEME' }))).toEqual([]))

  it('quotes the browser’s own word, and what was answered', () => {
    const detail = (error: string, status: number | null) =>
      judge(ended({ error, status })).findings.find(({ rule }) => rule === 'hop-failed')?.detail
    expect(detail('net::ERR_TIMED_OUT', null)).toBe('b.example: net::ERR_TIMED_OUT. a.example led there.')
    expect(detail('NS_ERROR_NET_RESET', 200)).toBe('b.example answered 200: NS_ERROR_NET_RESET. a.example led there.')
  })
})
