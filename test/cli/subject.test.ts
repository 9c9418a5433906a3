import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSubject } from '../../cli/trace/subject.ts'

const folder = mkdtempSync(join(tmpdir(), 'clickpath-subject-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

describe('what is asked to be traced', () => {
  it('is a URL, taken as it was typed', () => {
    const url = 'https://trk.example/c?fbclid=A~b%7e'
    expect(readSubject(url, folder)).toEqual({ kind: 'url', url })
  })

  it('is a funnel file', () => {
    const path = file('funnels.json', { funnels: [{ name: 'ad', url: 'https://a.example/' }] })
    expect(readSubject(path, folder)).toMatchObject({ kind: 'funnels', funnels: { funnels: [{ name: 'ad' }] } })
  })

  it('is an evidence document, known by its format', () => {
    const path = file('evidence.json', { format: 'clickpath-evidence', version: 1 })
    expect(readSubject(path, folder)).toMatchObject({ kind: 'evidence', name: path })
  })

  it('is an evidence document that holds nothing but paths', () => {
    const path = file('hops.json', { paths: [{ hops: [{ url: 'https://a.example/' }] }] })
    expect(readSubject(path, folder)).toMatchObject({ kind: 'evidence', name: path })
  })

  it('is a file in the folder of whoever asks', () => {
    file('mine.json', { format: 'clickpath-evidence' })
    expect(readSubject('mine.json', folder)).toMatchObject({ kind: 'evidence', name: 'mine.json' })
  })

  it.each([
    ['nowhere.json', 'nowhere.json: there is no such file'],
    ['trk.example/c', 'did you mean https://trk.example/c ?'],
    ['ftp://trk.example/', 'is not an http or https URL'],
    ['javascript:alert(1)', 'is not an http or https URL'],
    ['http://', 'is not an absolute URL'],
    ['http://a b.example/', 'is not an absolute URL'],
  ])('is not %s', (target, reason) => {
    expect(() => readSubject(target, folder)).toThrow(reason)
  })
})
