import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withoutProvenance } from '../../cli/build/without-provenance.ts'
import { ROOT } from '../../cli/root.ts'

const { transform } = withoutProvenance()
const bundled = (path: string) => transform(readFileSync(join(ROOT, path), 'utf8'), join(ROOT, path))

test.each(['lib/postback/answers/phrases.json', 'lib/postback/macro-tokens/tokens.json'])(
  '%s is bundled row by row, without where each is from',
  (path) => {
    const whole = JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
    const rows = JSON.parse(bundled(path)?.code ?? '[]')
    expect(rows).toHaveLength(whole.length)
    for (const row of rows) expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['confidence']))
    expect(JSON.stringify(rows)).not.toMatch(/"sources?":/)
  },
)

test('a place of storage is bundled with its confidence only where it is recalled, which code asks for', () => {
  const path = 'lib/identifiers/client-storage.json'
  const whole: { confidence: string }[] = JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
  const rows: { confidence?: string }[] = JSON.parse(bundled(path)?.code ?? '[]')
  const recalled = whole.map(({ confidence }) => (confidence === 'recalled' ? confidence : undefined))
  expect(rows.map(({ confidence }) => confidence)).toEqual(recalled)
})

test('what is shown on screen stays', () => {
  expect(bundled('lib/postback/presets/presets.json')).toBeUndefined()
})
