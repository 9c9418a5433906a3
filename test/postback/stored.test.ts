import { describe, expect, test } from 'vitest'
import { readAttempt, readEndpoint } from '../../lib/postback/stored.ts'
import { answered, template } from './build.ts'

describe('an endpoint as it was stored', () => {
  test('by the first version gets the defaults of what that did not know', () => {
    expect(readEndpoint(template('https://t.test/'))).toMatchObject({
      url: 'https://t.test/',
      version: 2,
      body: { type: 'none', rows: [] },
      headers: [],
      secrets: {},
      timeoutMs: 10_000,
      retries: 0,
      lifespanDays: 30,
      alertAbove: 0.05,
    })
  })

  test('by a newer version cannot be read', () => {
    expect(readEndpoint({ ...template('https://t.test/'), version: 3 })).toBeUndefined()
  })

  test('comes back as it went', () => {
    const endpoint = readEndpoint({ ...template('https://t.test/'), secrets: { token: 'x' }, timeoutMs: 3000 })
    expect(readEndpoint(JSON.parse(JSON.stringify(endpoint)))).toEqual(endpoint)
  })
})

describe('an attempt as it was stored', () => {
  test('by the first version keeps the id of its template', () => {
    expect(readAttempt({ ...answered(200), templateId: 't-1' })).toMatchObject({
      version: 2,
      endpoint: { id: 't-1', name: '' },
    })
  })

  test('by the first version, fired without a template, has no endpoint', () => {
    expect(readAttempt(answered(200))?.endpoint).toBeUndefined()
  })

  test.each([[null], [7], ['x'], [{}], [[]]])('%j is none', (stored) => {
    expect(readAttempt(stored)).toBeUndefined()
  })
})
