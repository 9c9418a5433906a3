import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBenchArguments } from '../../cli/bench/arguments.ts'
import { measure, reportText } from '../../cli/bench/report.ts'
import { painter } from '../../cli/print/paint.ts'
import { BENCHES } from '../bench/all.ts'
import { type Bench, isOver } from '../bench/bench.ts'
import { median } from '../bench/median.ts'

const silent = () => {}
const plain = painter(false)
const bench = (run: Bench['run']): Bench => ({ name: 'speed', title: 'how fast it is', run })

describe('the benchmarks', () => {
  it('are all listed, each under its file’s name', () => {
    const folder = join(import.meta.dirname, '../bench')
    const isBench = (file: string) => /: Bench = \{/.test(readFileSync(join(folder, file), 'utf8'))
    const files = globSync('*.ts', { cwd: folder }).filter(isBench)
    expect(BENCHES.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted())
  })
})

describe('a figure', () => {
  it.each([
    [{ value: 30, limit: 30 }, false],
    [{ value: 30.1, limit: 30 }, true],
    [{ value: 1e9 }, false],
    [{ value: Number.NaN, limit: 30 }, true],
  ])('%j is over its limit: %s', (figure, over) => {
    expect(isOver({ name: 'time', unit: 'ms', ...figure })).toBe(over)
  })

  it('stands in the table with its limit, and is marked when it is over', async () => {
    const figures = [
      { name: 'start', value: 12.3456, unit: 'ms', limit: 10, note: 'of 5 starts' },
      { name: 'size', value: 57_700, unit: 'bytes', limit: 60_000 },
      { name: 'told', value: 0.5, unit: '×' },
    ]
    const measured = await measure(
      bench(async () => figures),
      silent,
    )
    expect(reportText([measured], plain).split('\n').slice(0, 4)).toEqual([
      'speed: how fast it is',
      '  start   12.3  ms        ≤ 10  OVER  of 5 starts',
      '  size   57700  bytes  ≤ 60000  ok',
      '  told     0.5  ×',
    ])
  })
})

describe('a benchmark that cannot be carried out', () => {
  it('says why, and does not keep the others from running', async () => {
    const measured = await measure(
      bench(() => Promise.reject(new Error('no browser'))),
      silent,
    )
    expect(measured).toMatchObject({ figures: [], failure: 'no browser' })
    expect(reportText([measured], plain)).toContain('no browser')
  })
})

describe('the command line of bench', () => {
  const known = ['speed', 'size']

  it('runs all of them, and writes bench.json, when nothing is said', () => {
    expect(readBenchArguments([], known)).toEqual({ names: [], json: 'bench.json', strict: false, help: false })
  })

  it('takes names and options', () => {
    const read = readBenchArguments(['size', '--json', 'out.json', '--strict'], known)
    expect(read).toMatchObject({ names: ['size'], json: 'out.json', strict: true })
  })

  it.each([
    [['sped'], /no benchmark "sped": speed, size/],
    [['--jsn'], /--jsn/],
  ])('refuses %j', (args, reason) => {
    expect(() => readBenchArguments(args, known)).toThrow(reason)
  })
})

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2],
    [[5], 5],
    [[], Number.NaN],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })
})
