import { describe, expect, it } from 'vitest'
import { EXPLAINED_WARNINGS, unexplained } from '../../cli/test/lint-warnings.ts'
import { count, type FileResult, withSecondTry } from '../../cli/test/vitest.ts'

/** A file of tests as vitest reports it: `file('a', true, ['one', 'passed'])`. */
const file = (name: string, held: boolean, ...tests: [name: string, status: string][]): FileResult => ({
  file: name,
  held,
  tests: tests.map(([name, status]) => ({ name, status })),
})

describe('a run of vitest', () => {
  const good = file('a.test.ts', true, ['one', 'passed'], ['two', 'passed'], ['three', 'skipped'])

  it('is the sum of its tests', () => {
    expect(count({ files: [good, file('b.test.ts', true, ['one', 'passed'])], code: 0 })).toEqual({
      passed: 3,
      failed: 0,
    })
  })

  it('fails with its tests', () => {
    const bad = file('b.test.ts', false, ['one', 'failed'])
    expect(count({ files: [good, bad], code: 1 })).toMatchObject({ passed: 2, failed: 1 })
  })

  it('fails where a file does not load, though no test did', () => {
    expect(count({ files: [good, file('b.test.ts', false)], code: 1 })).toMatchObject({ failed: 1 })
  })

  it('fails where there is no report', () => {
    expect(count({ files: [], code: 0 })).toMatchObject({ failed: 1 })
  })

  it('fails where there is no test at all', () => {
    expect(count({ files: [file('a.test.ts', true)], code: 0 })).toMatchObject({ failed: 1 })
  })
})

describe('a second try', () => {
  const good = file('a.test.ts', true, ['one', 'passed'])
  const bad = file('b.test.ts', false, ['one', 'passed'], ['two', 'failed'])
  const first = { files: [good, bad], code: 1 }

  it('counts for the file that was tried again, and tells what held only then', () => {
    const second = { files: [file('b.test.ts', true, ['one', 'passed'], ['two', 'passed'])], code: 0 }
    const { run, unsteady } = withSecondTry(first, second)
    expect(unsteady).toEqual(['b.test.ts: two'])
    expect(count(run)).toEqual({ passed: 3, failed: 0 })
  })

  it('that fails too is a failure', () => {
    const { run, unsteady } = withSecondTry(first, { files: [bad], code: 1 })
    expect(unsteady).toEqual([])
    expect(count(run)).toMatchObject({ passed: 2, failed: 1 })
  })

  it('that breaks what held before is a failure', () => {
    const second = { files: [file('b.test.ts', false, ['one', 'failed'], ['two', 'passed'])], code: 1 }
    expect(count(withSecondTry(first, second).run)).toMatchObject({ passed: 2, failed: 1 })
  })

  it('without a report mends nothing', () => {
    expect(count(withSecondTry(first, { files: [], code: 1 }).run)).toMatchObject({ passed: 2, failed: 1 })
  })
})

describe('a warning of web-ext lint', () => {
  const warning = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'Unsafe assignment', file: 'chunks/popup.js' }

  it('counts until somebody has explained it', () => {
    expect(unexplained([warning], [])).toEqual([warning])
  })

  it('is explained for one file, not for another', () => {
    const known = [{ code: warning.code, file: /^background\.js$/, message: /^Unsafe/, reason: 'r' }]
    expect(unexplained([warning], known)).toEqual([warning])
    expect(unexplained([{ ...warning, file: 'background.js' }], known)).toEqual([])
  })

  it('is explained for one message, not for another of the same code', () => {
    const known = [{ code: warning.code, file: /./, message: /^Unsafe call to import/, reason: 'r' }]
    expect(unexplained([warning], known)).toEqual([warning])
  })

  it('is never explained without a reason', () => {
    expect(EXPLAINED_WARNINGS.filter(({ reason }) => reason.length < 20)).toEqual([])
  })
})
