import { describe, expect, test } from 'vitest'
import { attemptsIn } from '../../lib/browser/attempt-items.ts'
import type { PostbackAttempt } from '../../lib/model/postback.ts'

const NOON = '2026-11-21T12:00:00.000Z'
const attempt = (id: string, startedAt = NOON, more: Partial<PostbackAttempt> = {}): PostbackAttempt => ({
  version: 2,
  id,
  startedAt,
  request: { method: 'GET', url: 'https://trk.example/postback' },
  durationMs: null,
  response: null,
  failure: null,
  ...more,
})

describe('attempts', () => {
  test('are told newest first', () => {
    const items = { 'attempt:1': attempt('1'), 'attempt:2': attempt('2', '2026-11-21T12:00:01.000Z') }
    expect(attemptsIn(items, Date.parse(NOON)).map(({ id }) => id)).toEqual(['2', '1'])
  })

  test('under way are under way', () => {
    expect(attemptsIn({ 'attempt:1': attempt('1') }, Date.parse(NOON) + 5_000)[0]?.failure).toBeNull()
  })

  test('that lost their worker are interrupted', () => {
    expect(attemptsIn({ 'attempt:1': attempt('1') }, Date.parse(NOON) + 60_000)[0]?.failure?.kind).toBe('interrupted')
  })

  test('that ended stay as they ended', () => {
    const failed = attempt('1', NOON, {
      durationMs: 9,
      failure: { kind: 'tls', message: 'bad certificate' },
      classification: { class: 'no-answer' },
    })
    expect(attemptsIn({ 'attempt:1': failed }, Date.parse(NOON) + 60_000)).toEqual([failed])
  })

  test('that were kept without what they were taken for are read anew', () => {
    const response = { status: 200, finalUrl: 'https://t.example/', headers: [], body: 'OK', bodyTruncated: false }
    const [told] = attemptsIn({ 'attempt:1': attempt('1', NOON, { durationMs: 9, response }) }, Date.parse(NOON))
    expect(told?.classification?.class).toBe('accepted')
  })

  test('that cannot be read are left out', () => {
    expect(attemptsIn({ 'attempt:1': 'x', 'attempt:2': null, other: attempt('3') }, 0)).toEqual([])
  })
})
