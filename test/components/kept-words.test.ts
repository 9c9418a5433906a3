import { expect, test } from 'vitest'
import type { Keeping } from '../../lib/model/landing.ts'
import { keptLine } from '../../lib/ui/kept-words.ts'

const FBC: Keeping = {
  identifier: 'fbclid',
  where: 'cookie',
  name: '_fbc',
  holds: 'this-click',
  value: 'fb.1.2.IwAR',
  setBy: 'Meta Pixel',
}

test.each<[Partial<Keeping>, string, string | null]>([
  [{}, 'pass: _fbc holds this fbclid', null],
  [{ httpOnly: true }, 'pass: _fbc holds this fbclid (HttpOnly cookie)', null],
  [
    { where: 'localStorage', name: 'ndclid', identifier: 'ndclid' },
    'pass: ndclid holds this ndclid (local storage)',
    null,
  ],
  [{ holds: 'another-click' }, 'warning: _fbc holds another click’s fbclid', 'fb.1.2.IwAR'],
  [{ holds: 'damaged' }, 'warning: _fbc holds a damaged fbclid', 'fb.1.2.IwAR'],
  [{ holds: 'nothing' }, 'quiet: _fbc is not set; Meta Pixel sets it', null],
  [{ holds: 'visitor', name: '_fbp', identifier: null }, 'quiet: _fbp visitor ID', 'fb.1.2.IwAR'],
])('%o reads: %s', (more, words, value) => {
  const line = keptLine({ ...FBC, ...more })
  expect(`${line.tone}: ${line.name} ${line.words}`).toBe(words)
  expect(line.value).toBe(value)
})
