import { expect, it } from 'vitest'
import { giveUpWaiting } from '../../cli/walk/give-up.ts'
import { navigationKey } from '../../lib/recording/keys.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { stored } from '../../lib/recording/restore.ts'
import { page, recorded } from './recorded.ts'

const NONE: ReadonlySet<number> = new Set()
const URL = 'https://hangs.example/?clickid=Ab12Cd34Ef56'

it('a server that never answers: the tab is closed, and the browser’s word ends the hop', async () => {
  const [begun, sent] = page(1, URL, 1_000)
  if (!begun || !sent) throw new Error('a page begins and is asked for')
  const recording = recorded(begun, sent)
  const close = async () => {
    reduce(recording, { type: 'navigation-failed', tabId: 1, time: 31_000, url: URL, error: 'net::ERR_ABORTED' })
  }
  const key = navigationKey(1, 1)
  const session = { storage: async () => ({ [key]: structuredClone(stored(recording, key)) }) }
  const after = await giveUpWaiting(session, { close }, NONE, recorded(begun, sent))
  expect(pathsOf(after)[0]?.hops).toMatchObject([{ status: null, error: 'net::ERR_ABORTED' }])
})

it('a page that came stays open', async () => {
  const recording = recorded(...page(1, URL, 1_000))
  const close = async () => {
    throw new Error('closed')
  }
  expect(await giveUpWaiting({ storage: async () => ({}) }, { close }, NONE, recording)).toBe(recording)
})
