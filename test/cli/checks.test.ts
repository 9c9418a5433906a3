import { describe, expect, it } from 'vitest'
import { EXPLAINED_WARNINGS, unexplained } from '../../cli/test/lint-warnings.ts'
import { count } from '../../cli/test/vitest.ts'

describe('a run of vitest', () => {
  it('is the sum of its tests', () => {
    expect(count({ numPassedTests: 12, numFailedTests: 0 }, 0)).toEqual({ passed: 12, failed: 0 })
  })

  it('fails with its tests', () => {
    expect(count({ numPassedTests: 12, numFailedTests: 2 }, 1)).toMatchObject({ passed: 12, failed: 2 })
  })

  it('fails where a file does not load, though no test did', () => {
    expect(count({ numPassedTests: 12, numFailedTests: 0 }, 1)).toMatchObject({ failed: 1 })
  })

  it('fails where there is no test at all', () => {
    expect(count({ numPassedTests: 0, numFailedTests: 0 }, 0)).toMatchObject({ failed: 1 })
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
