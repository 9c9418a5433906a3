import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ConversionApi } from '../../../lib/model/conversion-api.ts'
import type { ConversionEvent } from '../../../lib/postback/conversion-apis/conversion-event.ts'
import { CONVERSION_APIS } from '../../../lib/postback/conversion-apis/registry.ts'
import { apiOf, asEndpoint, tokenOf, wentToApi } from '../../../lib/postback/conversion-apis/saved-api.ts'
import { replayOf } from '../../../lib/postback/request/replay.ts'
import { withoutSecrets } from '../../../lib/postback/secrets.ts'
import { answered } from '../build.ts'

const TOKEN = 'EAAtokenOfThisVeryPixel'
const digest = async (text: string) => createHash('sha256').update(text).digest('hex')

const api = (more: Partial<ConversionApi> = {}): ConversionApi => ({
  id: 'a1',
  name: 'Shop, DE',
  platform: 'meta',
  baseUrl: 'https://graph.test',
  apiVersion: 'v24.0',
  pixelId: '12345',
  token: TOKEN,
  testEventCode: 'TEST1',
  ...more,
})

const EVENT: ConversionEvent = {
  ...{ name: 'Lead', at: 1_700_000_000_000, sourceUrl: 'https://shop.test/', eventId: 'e1', value: '', currency: '' },
  ...{ userAgent: 'Mozilla/5.0', click: {}, person: {} },
}

/** The attempt as it is kept when an API's event was fired, and its answer repeated the token. */
async function kept(of: ConversionApi, body = `{"said":"${of.token.trim()}"}`) {
  const request = await CONVERSION_APIS[of.platform].build(of, EVENT, digest)
  return withoutSecrets({ ...answered(400, body), endpoint: asEndpoint(of), request }, tokenOf(of).secrets)
}

test.each(['meta', 'tiktok'] as const)(
  'an attempt at %s goes out again with the saved token, and holds none',
  async (platform) => {
    const one = api({ platform })
    const attempt = await kept(one)
    expect(JSON.stringify(attempt)).not.toContain(TOKEN)
    const { request, unfilled } = replayOf(attempt.request, tokenOf(one))
    expect(request).toEqual(await CONVERSION_APIS[platform].build(one, EVENT, digest))
    expect(unfilled).toEqual([])
  },
)

test('a token that was changed since goes out in place of the old one, and neither is in view', async () => {
  const attempt = await kept(api())
  const now = api({ token: 'EAAanotherToken' })
  expect(JSON.parse(replayOf(attempt.request, tokenOf(now)).request.body?.text ?? '').access_token).toBe(
    'EAAanotherToken',
  )
  expect(JSON.stringify(attempt)).not.toMatch(/EAA/)
})

test.each([
  ['another host', 'https://evil.test/v24.0/12345/events'],
  ['http in place of https', 'http://graph.test/v24.0/12345/events'],
  ['another port', 'https://graph.test:8443/v24.0/12345/events'],
])('the token does not go to %s', async (_, url) => {
  const { request } = await kept(api())
  const replay = replayOf({ ...request, url }, tokenOf(api()))
  expect(JSON.stringify(replay.request)).not.toContain(TOKEN)
  expect(replay.unfilled).toEqual(['access_token'])
})

test('where none is saved, its place stays as text and is named', async () => {
  const { request } = await kept(api())
  expect(replayOf(request, tokenOf(api({ token: ' ' }))).unfilled).toEqual(['access_token'])
})

test.each(['meta', 'tiktok'] as const)(
  'a token pasted to %s with a line’s end is sent without, and found in its answer',
  async (platform) => {
    const pasted = api({ platform, token: ` ${TOKEN}\n` })
    const request = await CONVERSION_APIS[platform].build(pasted, EVENT, digest)
    expect(JSON.stringify(await kept(pasted))).not.toContain(TOKEN)
    expect(request).toEqual(await CONVERSION_APIS[platform].build({ ...pasted, token: TOKEN }, EVENT, digest))
  },
)

test('an attempt finds the API that it went to, by id', () => {
  const apis = [api(), api({ id: 'a2' }), api({ id: 'meta' })]
  expect(apiOf(asEndpoint(api({ id: 'a2' })).id, apis)?.id).toBe('a2')
  // As it was named when there was one a platform.
  expect(apiOf('api:meta', apis)?.id).toBe('meta')
  expect(apiOf('t-voluum', apis)).toBeUndefined()
  expect([wentToApi('api:gone'), wentToApi('t-voluum'), wentToApi(undefined)]).toEqual([true, false, false])
})
