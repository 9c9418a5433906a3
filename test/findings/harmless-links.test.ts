import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import rows from '../../lib/findings/harmless-links.json' with { type: 'json' }
import { isHarmless } from '../../lib/findings/harmless-links.ts'

const link = (url: string) => ({ how: 'link' as const, url })

test('the rows are of one shape, and no host is twice', () => {
  const Row = z.strictObject({ family: z.string(), hosts: z.string().check(z.regex(/^[a-z0-9.-]+(?: [a-z0-9.-]+)*$/)) })
  expect(z.safeParse(z.array(Row), rows).success).toBe(true)
  const hosts = rows.flatMap((row) => row.hosts.split(' '))
  expect(hosts.filter((host, at) => hosts.indexOf(host) !== at)).toEqual([])
})

test('a host is known with its www, its mobile and its language names, and by no other', () => {
  for (const host of ['facebook.com', 'www.facebook.com', 'm.facebook.com', 'de-de.facebook.com'])
    expect(isHarmless(link(`https://${host}/brand`)), host).toBe(true)
  for (const host of ['notfacebook.com', 'facebook.com.example', 'ads.google.com', 'clickbank.net'])
    expect(isHarmless(link(`https://${host}/brand`)), host).toBe(false)
})

test('a legal word counts as a word of the path, not inside another', () => {
  expect(isHarmless(link('https://x.example/en/terms-of-use'))).toBe(true)
  expect(isHarmless(link('https://x.example/longterms'))).toBe(false)
})
