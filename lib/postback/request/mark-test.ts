import type { Endpoint } from '../../model/endpoint.ts'
import type { Preset } from '../presets/preset.ts'
import { rowsOf, withRows } from './rows.ts'

/** Whether a postback is marked as a test, and how it can be. */
export type TestMark =
  /** It is, by this parameter. */
  | { state: 'marked'; name: string; value: string }
  /** It can be. */
  | { state: 'possible'; name: string; value: string }
  /** The receiver has no way that is documented: it may count as a real conversion. */
  | { state: 'none' }

/** How a preset marks tests, and whether this endpoint does. */
export function testMark({ url }: Pick<Endpoint, 'url'>, preset: Preset | undefined): TestMark {
  const test = preset?.test
  if (!test) return { state: 'none' }
  const isMarked = rowsOf(url).some(({ name, value }) => name === test.name && value === test.value)
  return { state: isMarked ? 'marked' : 'possible', ...test }
}

/** The template with the mark of a test put in, or taken out. Without a documented way it stays as it is. */
export function markTest(url: string, preset: Preset | undefined, isTest: boolean): string {
  const test = preset?.test
  if (!test) return url
  const others = rowsOf(url).filter(({ name }) => name !== test.name)
  return withRows(url, isTest ? [...others, test] : others)
}
