import { describe, expect, it } from 'vitest'
import { painter, wantsColour } from '../../cli/print/paint.ts'
import { pathText } from '../../cli/print/path-text.ts'
import { clickPath, identifier } from './click-path.ts'

const PLAIN = painter(false)
const LOST = clickPath({
  urls: ['https://trk.example/c?fbclid=x', 'https://lp.example/page?fbclid=x', 'https://offer.example/'],
  identifiers: [
    identifier('fbclid', 'lost', [
      { hop: 0, state: 'appeared' },
      { hop: 1, state: 'kept' },
      { hop: 2, state: 'stripped' },
    ]),
    identifier('clickid', 'delivered', [
      { hop: 1, state: 'appeared' },
      { hop: 2, state: 'renamed', name: 's1' },
    ]),
  ],
  findings: [
    {
      rule: 'id-stripped',
      severity: 'error',
      hop: 1,
      identifier: 'fbclid',
      title: 'fbclid is lost',
      detail: 'lp.example sent the browser on without it.',
      fix: 'Pass it on.',
    },
  ],
})

describe('the server of a redirect', () => {
  it('stands behind its hop', () => {
    const [first, ...rest] = LOST.hops
    const hops = [{ ...first, headers: [{ name: 'server', value: 'nginx/1.26.0' }] }, ...rest] as typeof LOST.hops
    expect(pathText({ ...LOST, hops }, 120, PLAIN)).toMatch(/trk\.example\/c .*nginx\/1\.26\.0/)
  })
})

describe('a path of which something is missing', () => {
  const linesOf = (cut: object) => pathText({ ...LOST, cut }, 120, PLAIN).split('\n')

  it('says how many hops could not be kept', () => {
    expect(linesOf({ hopsBefore: 3 })[2]).toMatch(/at least 3 earlier hops could not be kept/)
  })

  it('says that its beginning was not heard', () => {
    expect(linesOf({ unheard: true })[2]).toMatch(/Perhaps not the whole path: .* what led to hop 1 was not heard/)
  })

  it('says which URLs are not whole, numbered as hops are', () => {
    expect(linesOf({ urls: [0, 2] })[2]).toMatch(/The URL of hop 1, 3 is too long/)
  })

  it('says nothing of a whole one', () => {
    expect(linesOf({})[2]).toBe('')
  })
})

describe('a path on a terminal', () => {
  const lines = pathText(LOST, 120, PLAIN).split('\n')
  const lineWith = (text: string) => lines.find((line) => line.includes(text)) ?? ''

  it('begins with the verdict', () => {
    expect(lines[0]).toMatch(/^✕ fail {2}.*3 hops, 240 ms/)
  })

  it('has a line for each hop: number, status, cause, host and path, time', () => {
    expect(lineWith('lp.example/page').trim().split(/ {2,}/)).toEqual([
      '2',
      '302',
      'redirect',
      'lp.example/page',
      '40 ms',
    ])
  })

  it('shows no query among the hops, where identifiers have lines of their own', () => {
    expect(lines.slice(1).filter((line) => line.includes('?'))).toEqual([])
  })

  it('draws a lane as far as the value goes, and marks where it ends', () => {
    expect(lineWith('fbclid  ')).toMatch(/fbclid\s+●──●?─?.*✕\s+lost after hop 2/)
  })

  it('tells a rename on the way to the end', () => {
    expect(lineWith('clickid  ')).toContain('renamed to s1 (hop 3), delivered')
  })

  it('says of each finding what to do', () => {
    expect(
      lines.slice(lines.findIndex((line) => line.includes('✕ fbclid is lost'))).map((line) => line.trim()),
    ).toEqual([
      '✕ fbclid is lost  id-stripped, hop 2',
      'lp.example sent the browser on without it.',
      'Fix: Pass it on.',
      '',
    ])
  })

  it('shows the lines to paste below the fix', () => {
    const told = clickPath({
      urls: ['https://a.example/'],
      findings: [
        { rule: 'id-stripped', severity: 'error', hop: 0, title: 't', detail: 'd', fix: 'f.', paste: 'one\n\ttwo' },
      ],
    })
    expect(pathText(told, 80, PLAIN)).toContain('    Fix: f.\n      one\n      ⟨U+0009⟩two')
  })

  it('never lets a stranger’s characters reach the terminal raw', () => {
    const hostile = clickPath({
      urls: ['https://a.example/\u001b[2J\u202e'],
      identifiers: [{ ...identifier('\u001b]0;x\u0007', 'delivered'), value: '\u001b[31m' }],
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(pathText(hostile, 80, PLAIN)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  it('survives a path without hops', () => {
    expect(pathText(clickPath({ urls: [] }), 80, PLAIN)).toContain('0 hops')
  })
})

describe('colours', () => {
  it('are for terminals', () => {
    expect(wantsColour({ isTTY: true }, {})).toBe(true)
    expect(wantsColour({}, {})).toBe(false)
  })

  it('are left out where NO_COLOR is set', () => {
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false)
  })

  it('change nothing but the look', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours themselves
    expect(pathText(LOST, 120, painter(true)).replace(/\u001b\[\d+m/g, '')).toBe(pathText(LOST, 120, PLAIN))
  })
})
