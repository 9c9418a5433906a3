import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foreignMacrosIn, isUnreplaced, placeholdersIn } from '../../lib/postback/foreign-macros.ts'
import { macrosIn } from '../../lib/postback/macros.ts'

const PB = 'https://tracker.example/postback'

test('macros are found in path, query and fragment, in order', () => {
  expect(macrosIn(`${PB}/{key}?cid={clickid}&s=a_{sub.1}#{x}`).map(({ name }) => name)).toEqual([
    'key',
    'clickid',
    'sub.1',
    'x',
  ])
})

test('a macro knows where it stands', () => {
  const url = `${PB}?cid={clickid}`
  const [macro] = macrosIn(url)
  expect(url.slice(macro?.start, macro?.end)).toBe(macro?.raw)
})

test.each(['{{clickid}}', '$' + '{clickid}', '{}', '{"a":1}', '{click id}', '{clickid', 'clickid}'])(
  '%s is not ours to fill',
  (piece) => {
    expect(macrosIn(`${PB}?cid=${piece}`)).toEqual([])
  },
)

describe('the macro syntax of another system is recognised:', () => {
  test.each([
    ['Meta', '{{campaign.id}}'],
    ['PropellerAds', '$' + '{SUBID}'],
    ['encoded braces', '%7Bclickid%7D'],
    ['twice encoded braces', '%257Bclickid%257D'],
    ['encoded double braces', '%7B%7Bad.id%7D%7D'],
    ['with a default', '{clickid|none}'],
    ['square brackets', '[CLICK_ID]'],
    ['encoded square brackets', '%5BCLICK_ID%5D'],
    ['TikTok', '__CLICKID__'],
    ['TikTok misspelt', '_CLICKID_'],
    ['CAKE', '#s1#'],
    ['Adsterra', '##SUB_ID_SHORT(action)##'],
    ['Awin', '!!!awc!!!'],
    ['Google Ad Manager', '%%CLICK_URL_ESC%%'],
    ['older sub-IDs', '%SUB%'],
    ['angle brackets', '<clickid>'],
    ['at signs', '@clickid@'],
  ])('%s %s', (_, macro) => {
    expect(foreignMacrosIn(`${PB}?cid=${macro}&payout=1`)).toEqual([macro])
  })
})

test.each([
  '?data[amount]=1&a[]=2',
  '?name=%C3%A9t%C3%A9%20x',
  '?cid={clickid}&payout={payout}',
  '?json={"a":{"b":1}}',
  '?id=snake_case_AB_c&_ef_transaction_id=1',
  '?mail=a@b.example',
  '#top',
])('%s holds no macro of another system', (rest) => {
  expect(foreignMacrosIn(PB + rest)).toEqual([])
})

test('words that only keep a place are found, as whole values alone', () => {
  expect(placeholdersIn(`${PB}?cid=REPLACE&payout=OPTIONAL&x=REPLACEMENT&sub=undefined`)).toEqual([
    'REPLACE',
    'OPTIONAL',
    'undefined',
  ])
})

test.each(['{clickid}', '[CLICK_ID]', '__CLICKID__', 'undefined', 'REPLACE'])(
  '%s as a value is unreplaced',
  (value) => {
    expect(isUnreplaced(value)).toBe(true)
  },
)

test('a value that merely holds something like a macro is a value', () => {
  expect(isUnreplaced('AbC-_X_-9f')).toBe(false)
})

test('no text makes the readers throw', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('{', '}', '%7B', '[', '#', '__A', '%%', '<a', '$'),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      macrosIn(text)
      foreignMacrosIn(text)
      placeholdersIn(text)
      isUnreplaced(text)
    }),
  )
})
