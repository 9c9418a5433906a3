import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { navigationKey, tabKey } from '../../lib/recording/keys.ts'
import { pathsOf } from '../../lib/recording/paths.ts'
import { reduce } from '../../lib/recording/reduce.ts'
import { restore, stored } from '../../lib/recording/restore.ts'
import { line, reduceAll, tell } from './reduce-all.ts'
import { storeAfter } from './restart.ts'
import { story } from './story.ts'
import { LANDING, OFFER, TRACKER } from './urls.ts'

const click = () => story().typed(TRACKER).redirect(302, LANDING).lands().opens(OFFER, 2).lands()

const toldBy = (items: Record<string, unknown>) => pathsOf(restore(items)).map(({ hops }) => hops.map(line))

const linesOf = (record: unknown): object[] =>
  String(record)
    .split('\n')
    .map((line) => JSON.parse(line))

/** A navigation's record in which one line tells something else. */
const withFacts = (record: unknown, facts: object, at = 0): string =>
  linesOf(record)
    .map((line, index) => JSON.stringify(index === at ? { ...line, ...facts } : line))
    .join('\n')

test('an empty store holds an empty recording', () => {
  expect(pathsOf(restore({}))).toEqual([])
})

test('keys of others are passed over', () => {
  const store = { ...storeAfter(click().events), templates: [], 'attempt:1': {}, 'log:1': click().events[0] }
  expect(toldBy(store)).toEqual(tell(click()))
})

test('the order of the store’s keys does not matter', () => {
  const backwards = Object.fromEntries(Object.entries(storeAfter(click().events)).toReversed())
  expect(toldBy(backwards)).toEqual(tell(click()))
})

describe('a record that is corrupt', () => {
  const corrupt: unknown[] = [null, 7, 'x', [], {}, { url: 5 }, { tabId: 1, number: 1, time: 'now', legs: [] }]

  test.each(corrupt.map((value) => [JSON.stringify(value), value] as const))(
    'as %s costs that navigation, not the others',
    (_, value) => {
      const store = { ...storeAfter(click().events), [navigationKey(1, 1)]: value }
      expect(toldBy(store)).toEqual([[`link 200 ${OFFER}`]])
    },
  )

  test.each([
    ['cut short', (record: string) => record.slice(0, -1)],
    ['without its first line', (record: string) => record.slice(record.indexOf('\n') + 1)],
    ['with a line that is none', (record: string) => `${record}\nx`],
    ['with a request that is none', (record: string) => `${record}\n7`],
  ])('%s costs that navigation, not the others', (_, spoilt) => {
    const store = storeAfter(click().events)
    const record = spoilt(String(store[navigationKey(1, 1)]))
    expect(toldBy({ ...store, [navigationKey(1, 1)]: record })).toEqual([[`link 200 ${OFFER}`]])
  })

  test('of a tab costs what was known of the tab, not its navigations', () => {
    const store = { ...storeAfter(click().events), [tabKey(2)]: 'x' }
    expect(toldBy(store).flat()).toHaveLength(3)
  })

  test('lends its name to nobody: its key is its identity', () => {
    const store = storeAfter(story().typed(TRACKER).lands().events)
    const record = withFacts(store[navigationKey(1, 1)], { tabId: 9, number: 77 })
    const recording = restore({ [navigationKey(1, 1)]: record })
    expect(pathsOf(recording)[0]?.hops[0]?.tabId).toBe(1)
    expect(reduce(recording, { type: 'navigation-begun', tabId: 1, time: 9e12, url: OFFER })).toEqual([
      navigationKey(1, 2),
    ])
  })

  test('as any JSON whatever never throws', () => {
    const keys = fc.constantFrom(tabKey(1), navigationKey(1, 1), navigationKey(1, 2), 'rec:x', 'rec:__proto__')
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (items) => {
        pathsOf(restore(items))
      }),
    )
  })

  test('with one fact of the wrong type never throws, and never shows that fact', () => {
    const { events } = click()
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.jsonValue(), (line, at, value) => {
        const store = storeAfter(events)
        const record = store[navigationKey(1, 1)]
        const lines = linesOf(record)
        const facts = Object.keys(lines[line % lines.length] ?? {})
        const wrong = { [facts[at % facts.length] ?? '']: value }
        pathsOf(restore({ ...store, [navigationKey(1, 1)]: withFacts(record, wrong, line % lines.length) }))
      }),
    )
  })
})

test('unknown facts of a later version are dropped', () => {
  const store = storeAfter(story().typed(TRACKER).lands().events)
  store[navigationKey(1, 1)] = withFacts(store[navigationKey(1, 1)], { mood: 'good' })
  expect(toldBy(store)).toHaveLength(1)
  expect(JSON.stringify([...restore(store).tabs.values()])).not.toContain('mood')
})

describe('what storage is to hold', () => {
  const recording = reduceAll(click().events)

  test.each(['templates', 'rec:9', 'rec:9:1', 'rec:1:99'])('under %s is nothing', (key) => {
    expect(stored(recording, key)).toBeUndefined()
  })

  test('of a tab is what is known of the tab itself', () => {
    expect(stored(recording, tabKey(2))).toMatchObject({ openedBy: { tabId: 1, url: OFFER } })
  })

  test('of one event is one key', () => {
    const [begun] = story().typed(TRACKER).events
    if (begun) expect(reduce(restore({}), begun)).toEqual([navigationKey(1, 1)])
  })
})
