import { describe, expect, test } from 'vitest'
import { deleteEndpoint, endpointsIn, saveEndpoint } from '../../lib/browser/endpoint-store.ts'
import { Endpoint } from '../../lib/model/endpoint.ts'
import { MemoryStore } from './memory-store.ts'

const endpoint = (id: string, name = id): Endpoint =>
  Endpoint.parse({
    id,
    name,
    url: 'https://trk.example/postback?cid={clickid}',
    method: 'GET',
    mapping: {},
    values: {},
  })

describe('endpoints', () => {
  const saved = async (...endpoints: Endpoint[]) => {
    const store = new MemoryStore()
    for (const one of endpoints) await saveEndpoint(store, one)
    return store
  }

  test('are kept in the order in which they came', async () => {
    const store = await saved(endpoint('b'), endpoint('a'))
    expect(endpointsIn(await store.get(null)).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  test('are replaced in their place', async () => {
    const store = await saved(endpoint('b'), endpoint('a'), endpoint('b', 'new'))
    expect(endpointsIn(await store.get(null)).map(({ name }) => name)).toEqual(['new', 'a'])
  })

  test('can be deleted', async () => {
    const store = await saved(endpoint('b'), endpoint('a'))
    await deleteEndpoint(store, 'b')
    expect(endpointsIn(await store.get(null)).map(({ id }) => id)).toEqual(['a'])
  })

  test('that cannot be read cost only themselves', () => {
    expect(endpointsIn({ templates: [null, endpoint('a'), { id: 'x' }, 7] }).map(({ id }) => id)).toEqual(['a'])
  })

  test.each([undefined, null, 'x', {}, 7])('are none where the store holds %j', (templates) => {
    expect(endpointsIn({ templates })).toEqual([])
  })
})

test('an endpoint of a newer version is not shown, and not lost when another is saved', async () => {
  const newer = { ...endpoint('n'), version: 3 }
  const store = new MemoryStore()
  await store.set({ templates: [newer] })
  await saveEndpoint(store, endpoint('a'))
  const { templates } = await store.get('templates')
  expect(templates).toEqual([newer, endpoint('a')])
})
