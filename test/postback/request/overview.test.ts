import { expect, test } from 'vitest'
import { Endpoint } from '../../../lib/model/endpoint.ts'
import { presetOf } from '../../../lib/postback/presets/presets.ts'
import { overviewOf } from '../../../lib/postback/request/overview.ts'
import { identifier, template } from '../build.ts'

test('what will be sent is told before it is, without its secrets', () => {
  const endpoint = Endpoint.parse({
    ...template('https://trk.test/pb?cks={clickid}&ref=T1&k={key}&open={nothing}', { values: {} }),
    headers: [
      { name: 'Authorization', value: 'Bearer {token}' },
      { name: 'Origin', value: 'https://shop.test' },
    ],
    secrets: { token: 's3cr3t', key: '' },
    retries: 2,
  })
  const overview = overviewOf(endpoint, [identifier('clickid', 'c-1')], presetOf('awin'))
  expect(overview).toMatchObject({
    request: { method: 'GET', url: 'https://trk.test/pb?cks=c-1&ref=T1&k={key}&open={nothing}' },
    unfilled: ['nothing', 'key'],
    secrets: ['token'],
    headerProblems: [{ name: 'Origin' }],
    test: { state: 'possible', name: 'testmode', value: '1' },
    transaction: 'T1',
    retries: 2,
    without: ['cookies', 'Referer', 'Origin'],
  })
  expect(JSON.stringify(overview)).not.toContain('s3cr3t')
})
