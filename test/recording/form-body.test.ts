import { describe, expect, test } from 'vitest'
import { pathsFrom, reduceAll } from './reduce-all.ts'
import { story } from './story.ts'
import { LANDING, OFFER } from './urls.ts'

const posted = (body: string) => story().typed(LANDING).lands().form(OFFER, { method: 'POST', body }).lands()
const bodyOf = (body: string) => pathsFrom(posted(body))[0]?.hops.at(-1)?.body

describe('of a form’s body is kept', () => {
  test('a field with an identifier’s name', () => {
    expect(bodyOf('clickid=Zz98Yy76Xx54')).toBe('clickid=Zz98Yy76Xx54')
  })

  test('a field whose value stood in an earlier URL', () => {
    expect(bodyOf('custom=Ab12Cd34Ef56')).toBe('custom=Ab12Cd34Ef56')
  })

  test('its encoding, byte for byte', () => {
    expect(bodyOf('clickid=a%7Eb~c%2Bd')).toBe('clickid=a%7Eb~c%2Bd')
  })

  test('several identifying fields, in their order', () => {
    expect(bodyOf('s1=Ab12Cd34Ef56&name=Jo&clickid=Zz98Yy76Xx54')).toBe('s1=Ab12Cd34Ef56&clickid=Zz98Yy76Xx54')
  })
})

describe('of a form’s body is never kept', () => {
  test.each([
    ['a password', 'password=hunter22'],
    ['a name', 'name=Jo+Example'],
    ['an address', 'email=jo%40mail.invalid'],
    ['a value too short to be known again', 'q=Ab1'],
    ['an empty value', 'comment='],
    ['a field without a value', 'agree'],
    ['a card number', 'card=4111111111111111'],
  ])('%s', (_, field) => {
    expect(bodyOf(`clickid=Zz98Yy76Xx54&${field}`)).toBe('clickid=Zz98Yy76Xx54')
  })

  test('anything, where no field identifies the click', () => {
    expect(bodyOf('password=hunter22&name=Jo')).toBeUndefined()
  })

  test('a password that a redirect posts again', () => {
    const told = story()
      .typed(LANDING)
      .lands()
      .form('https://net.example/', { method: 'POST', body: 'password=hunter22' })
      .redirect(307, OFFER)
      .lands()
    expect(JSON.stringify([...reduceAll(told.events).tabs.values()])).not.toContain('hunter22')
  })
})

test('hostile fields do no harm', () => {
  expect(bodyOf('%=%&=&&&=x&clickid=%E0%A4%A&%zz=1')).toBe('clickid=%E0%A4%A')
})
