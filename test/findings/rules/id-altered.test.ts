import { describe, expect, it } from 'vitest'
import { FBCLID, path, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'id-altered')
const passed = (value: string, arrived: string, name = 'clickid') =>
  path(
    at('a', `?${name}=${value}`),
    redirect(302, at('b', `?${name}=${value}`)),
    redirect(302, at('c', `?${name}=${arrived}`)),
  )

describe('id-altered', () => {
  it.each([
    ['a character added', FBCLID, `${FBCLID}x`],
    ['two lost inside', FBCLID, FBCLID.slice(0, 5) + FBCLID.slice(7)],
    ['a 64-bit number rounded', '7234567890123456789', '7234567890123457000'],
    ['a space behind it', 'abcd1234', 'abcd1234%20'],
    ['a name eaten by HTML behind it', FBCLID, `${FBCLID}%C2%A4cy=USD`],
  ])('holds for %s', (_, value, arrived) => expect(says(passed(value, arrived))).toEqual(['error 1 clickid']))

  it('says nothing of what another rule says, nor of a composite', () => {
    expect(says(passed(FBCLID, FBCLID.slice(0, 30)))).toEqual([])
    expect(says(passed(FBCLID, `fb.1.17.${FBCLID}`))).toEqual([])
  })

  it('does not apply to a campaign tag', () => expect(says(passed(FBCLID, `${FBCLID}x`, 'utm_campaign'))).toEqual([]))
})
