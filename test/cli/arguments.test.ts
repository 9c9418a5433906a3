import { describe, expect, it } from 'vitest'
import { readTraceArguments } from '../../cli/trace/arguments.ts'

const URL_GIVEN = 'https://trk.example/c?fbclid=1'

describe('the command line of trace', () => {
  it('needs no more than a URL', () => {
    expect(readTraceArguments([URL_GIVEN])).toEqual({
      target: URL_GIVEN,
      json: false,
      browser: 'chromium',
      settleMs: 1500,
      headed: false,
      help: false,
    })
  })

  it('takes its options before and after the URL', () => {
    const read = readTraceArguments(['--json', URL_GIVEN, '--browser', 'firefox', '--settle=250', '--headed'])
    expect(read).toMatchObject({ json: true, browser: 'firefox', settleMs: 250, headed: true })
  })

  it('asks for nothing when help is wanted', () => {
    expect(readTraceArguments(['--help']).help).toBe(true)
  })

  it.each([
    [[], /what shall be traced/],
    [[URL_GIVEN, 'https://other.example/'], /one URL or file at a time/],
    [[URL_GIVEN, '--browser', 'netscape'], /chromium or firefox, not "netscape"/],
    [[URL_GIVEN, '--settle', 'soon'], /--settle is a number of milliseconds/],
    [[URL_GIVEN, '--settle', '60001'], /up to 60000/],
    [[URL_GIVEN, '--setle', '5'], /--setle/],
  ])('refuses %j', (args, reason) => {
    expect(() => readTraceArguments(args)).toThrow(reason)
  })
})
