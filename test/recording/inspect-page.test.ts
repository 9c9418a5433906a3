import { describe, expect, test, vi } from 'vitest'
import { analysis } from '../../lib/analysis/analysis.ts'
import { inspectPage } from '../../lib/browser/inspect-page.ts'
import type { CaptureEvent } from '../../lib/model/capture-event.ts'
import { MAX_LINKS } from '../../lib/model/landing-limits.ts'
import { reduceAll } from './reduce-all.ts'
import { story } from './story.ts'

const CLICK = 'clickid=w7K2PQ9XVN4TB6'
const LP = `https://lp.example/?${CLICK}`

/** Asks the page of a tab that walked there; what is recorded of its answer. */
async function ask(answer: () => unknown, url = LP) {
  const recording = reduceAll(story().typed(url).lands().events)
  const recorded: CaptureEvent[] = []
  const askPage = vi.fn(async (_tab: number, _question: unknown) => answer())
  const answered = await inspectPage(1, {
    recording: async () => recording,
    analysis: async () => analysis,
    record: async (event) => void recorded.push(event),
    askPage,
    now: () => 5,
  })
  return { answered, recorded, askPage }
}

const ANSWER = { url: LP, kept: [], links: [] }

describe('a page is asked', () => {
  test('for the names of the catalogue and nothing else, and its answer is recorded', async () => {
    const { answered, recorded, askPage } = await ask(() => ANSWER)
    expect(answered).toBe(true)
    expect(askPage.mock.calls[0]?.[1]).toMatchObject({
      type: 'inspect-page',
      names: { cookie: expect.arrayContaining(['_fbc']) },
    })
    expect(recorded).toEqual([{ type: 'page-inspected', tabId: 1, time: 5, ...ANSWER }])
  })

  test('not at all where no identifier led to it', async () => {
    const { answered, askPage } = await ask(() => ANSWER, 'https://news.example/')
    expect(answered).toBe(false)
    expect(askPage).not.toHaveBeenCalled()
  })

  test('and of its links only those to another site are kept, of its forms only fields that identify', async () => {
    const links = [
      { how: 'link', url: 'https://www.lp.example/next' },
      { how: 'form', url: 'https://offer.example/', body: `csrf=s3cr3t&${CLICK}&mail=a%40b.c` },
      { how: 'form', url: 'https://other.example/', body: 'csrf=s3cr3t' },
    ]
    const { recorded } = await ask(() => ({ ...ANSWER, links }))
    expect(recorded).toMatchObject([{ links: [{ url: 'https://offer.example/', body: CLICK }, { how: 'form' }] }])
    expect(JSON.stringify(recorded)).not.toMatch(/s3cr3t|next|mail/)
  })
})

test('of a page behind a login, and of its links, the login is not kept', async () => {
  const url = LP.replace('://', '://user:s3cr3t@')
  const links = [{ how: 'link', url: `https://user:s3cr3t@offer.example/?${CLICK}` }]
  const { recorded } = await ask(() => ({ ...ANSWER, url, links }))
  expect(recorded).toMatchObject([{ url: LP, links: [{ url: `https://offer.example/?${CLICK}` }] }])
})

describe('nothing is recorded', () => {
  test.each<[string, () => unknown]>([
    ['of a page that is gone', () => Promise.reject(new Error('no receiver'))],
    ['of nothing', () => undefined],
    ['of what is no answer', () => ({ ...ANSWER, kept: 'all' })],
    [
      'of an answer beyond its bounds',
      () => ({ ...ANSWER, links: Array(MAX_LINKS + 1).fill({ how: 'link', url: 'https://x.example/' }) }),
    ],
  ])('%s', async (_, answer) => {
    const { answered, recorded } = await ask(answer)
    expect({ answered, recorded }).toEqual({ answered: false, recorded: [] })
  })

  test('of a page that never answers, and nobody waits for it for ever', async () => {
    vi.useFakeTimers()
    const asking = ask(() => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    expect((await asking).answered).toBe(false)
  })
})
