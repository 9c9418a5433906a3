import { expect, test } from 'vitest'
import { serial } from '../../lib/browser/serial.ts'

test('a task begins when the one before has ended', async () => {
  const inTurn = serial()
  const first = Promise.withResolvers<void>()
  const log: string[] = []
  const ended = [
    inTurn(async () => {
      await first.promise
      log.push('first')
    }),
    inTurn(async () => {
      log.push('second')
    }),
  ]
  first.resolve()
  await Promise.all(ended)
  expect(log).toEqual(['first', 'second'])
})

test('a task that fails tells its own caller, and does not hold up the next', async () => {
  const inTurn = serial()
  const failed = inTurn(() => Promise.reject(new Error('no')))
  const next = inTurn(async () => 'done')
  await expect(failed).rejects.toThrow('no')
  await expect(next).resolves.toBe('done')
})
