import { describe, expect, it } from 'vitest'
import { replayOf } from '../../../lib/postback/request/replay.ts'

const endpoint = { url: 'https://trk.example/pb?cid={clickid}&key={token}', secrets: { token: 's3 cr"et' } }
const kept = { method: 'GET', url: 'https://trk.example/pb?cid=abc&key={token}' } as const

describe('an attempt fired again', () => {
  it('has the secrets where the kept request has their names', () => {
    expect(replayOf(kept, endpoint)).toEqual({
      request: { method: 'GET', url: 'https://trk.example/pb?cid=abc&key=s3%20cr%22et' },
      unfilled: [],
    })
  })

  it('has them in headers as they are, and in a JSON body as JSON writes them', () => {
    const { request } = replayOf(
      {
        method: 'POST',
        url: 'https://trk.example/pb',
        headers: [{ name: 'Authorization', value: 'Bearer {token}' }],
        body: { type: 'json', text: '{"key":"{token}"}' },
      },
      endpoint,
    )
    expect(request.headers).toEqual([{ name: 'Authorization', value: 'Bearer s3 cr"et' }])
    expect(JSON.parse(request.body?.text ?? '')).toEqual({ key: 's3 cr"et' })
  })

  it.each([
    ['another host', 'https://evil.example/pb?key={token}'],
    ['a host that begins like it', 'https://trk.example.evil.example/pb?key={token}'],
    ['its name before an @', 'https://trk.example@evil.example/pb?key={token}'],
    ['another port', 'https://trk.example:8443/pb?key={token}'],
    ['http in place of https', 'http://trk.example/pb?key={token}'],
    ['a secret in the place of the host', 'https://{token}/pb'],
    ['what is no URL', 'trk.example/pb?key={token}'],
    ['a URL without a host', 'data:,{token}'],
  ])('takes no secret to %s, and says which is left out', (_, url) => {
    expect(replayOf({ ...kept, url }, endpoint)).toEqual({ request: { ...kept, url }, unfilled: ['token'] })
  })

  it('takes none in a header or body either when the host is another', () => {
    const stranger = {
      method: 'POST',
      url: 'https://evil.example/pb',
      headers: [{ name: 'X-Key', value: '{token}' }],
      body: { type: 'form', text: 'key={token}' },
    } as const
    expect(replayOf({ ...stranger, headers: [...stranger.headers] }, endpoint).request).toEqual(stranger)
  })

  it('says which names stay when its endpoint is gone, or has no such secret any more', () => {
    expect(replayOf(kept, undefined).unfilled).toEqual(['token'])
    expect(replayOf(kept, { ...endpoint, secrets: { token: '' } }).unfilled).toEqual(['token'])
  })
})
