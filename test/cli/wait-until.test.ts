import { describe, expect, it } from 'vitest'
import { turns } from '../../cli/browsers/turns.ts'
import { waitUntil } from '../../cli/browsers/wait-until.ts'

describe('waiting for a condition', () => {
  it('gives the first answer that is one', async () => {
    const answers = [undefined, false, 0] as const
    let asked = 0
    expect(await waitUntil('a number', 1000, () => answers[asked++], 1)).toBe(0)
  })

  it('bears that asking fails meanwhile', async () => {
    let asked = 0
    const ask = () => (asked++ < 2 ? Promise.reject(new Error('not yet')) : 'there')
    expect(await waitUntil('it', 1000, ask, 1)).toBe('there')
  })

  it('says what it waited for, and what went wrong last', async () => {
    const wait = waitUntil('the moon', 5, () => Promise.reject(new Error('clouds')), 1)
    await expect(wait).rejects.toMatchObject({ message: 'waited 0.005 s for the moon', cause: { message: 'clouds' } })
  })

  it('ends though an answer never comes', async () => {
    await expect(waitUntil('an answer', 5, () => new Promise<string>(() => {}), 1)).rejects.toThrow('an answer')
  })
})

describe('taking turns', () => {
  it('begins a job when the one before has ended, though it failed', async () => {
    const inTurn = turns()
    const log: string[] = []
    const job = (name: string, fails = false) =>
      inTurn(async () => {
        log.push(`${name} begins`)
        await Promise.resolve()
        log.push(`${name} ends`)
        if (fails) throw new Error(name)
      })
    await Promise.allSettled([job('a', true), job('b')])
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })
})
