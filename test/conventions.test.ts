import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** What each room may import, besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/model': [],
  'lib/identifiers': ['lib/model'],
  'lib/recording': ['lib/model', 'lib/identifiers'],
  'lib/findings': ['lib/model', 'lib/identifiers'],
  'lib/postback': ['lib/model', 'lib/identifiers'],
  'lib/evidence': ['lib/model', 'lib/identifiers', 'lib/findings'],
  'lib/analysis': ['lib/model', 'lib/identifiers', 'lib/recording', 'lib/findings', 'lib/evidence'],
  'lib/ui': ['lib/model', 'lib/identifiers', 'lib/findings', 'lib/postback', 'lib/evidence'],
  'lib/page': ['lib/model', 'lib/recording'],
  'lib/browser': ['lib'],
  components: ['lib/model', 'lib/identifiers', 'lib/findings', 'lib/postback', 'lib/ui'],
  entrypoints: ['lib', 'components'],
  cli: [
    'lib/model',
    'lib/identifiers',
    'lib/recording',
    'lib/findings',
    'lib/postback',
    'lib/evidence',
    'lib/ui',
    'test/funnel',
    'test/bench',
  ],
}

/** Packages and globals that would make a pure folder depend on where and when it runs. */
const PURE = ['model', 'identifiers', 'recording', 'findings', 'postback', 'evidence', 'analysis'].map(
  (room) => `lib/${room}`,
)
const IMPURE =
  /\bfrom '(?:wxt|preact|webextension-polyfill|node:)|(?<![\w./-])(?:Date\.now|Math\.random|new Date\(\)|chrome\.|browser\.|fetch\(|crypto\.)/

const sources = globSync('{lib,components,entrypoints,cli}/**/*.{ts,tsx,mjs}', { cwd: ROOT }).map((file) => ({
  file,
  text: readFileSync(join(ROOT, file), 'utf8'),
}))

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')

function roomOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((room) => file.startsWith(`${room}/`))
}

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map((found) =>
    normalize(join(dirname(file), found[1] ?? '')),
  )
}

describe('imports go one way', () => {
  it.each(sources)('$file', ({ file, text }) => {
    const room = roomOf(file)
    expect(room, `${file} is in no room that docs/ARCHITECTURE.md names`).toBeDefined()
    if (!room) return
    const allowed = [room, ...(MAY_IMPORT[room] ?? [])]
    const astray = importsOf(file, text).filter(
      (target) => !allowed.some((to) => target.startsWith(`${to}/`)) && !/^package\.json$/.test(relative('.', target)),
    )
    expect(astray, `${room} may import ${allowed.join(', ')}: move the code, or change MAY_IMPORT and say why`).toEqual(
      [],
    )
  })
})

describe('pure folders depend on nothing but their input', () => {
  it.each(sources.filter(({ file }) => PURE.some((room) => file.startsWith(`${room}/`))))('$file', ({ text }) => {
    expect(withoutComments(text)).not.toMatch(IMPURE)
  })
})

describe('nothing runs what comes from the web', () => {
  it.each(sources)('$file', ({ text }) => {
    expect(withoutComments(text)).not.toMatch(
      /dangerouslySetInnerHTML\s*[=:]|\.innerHTML\s*=|insertAdjacentHTML|\beval\(|new Function\(/,
    )
  })
})

describe('each rule', () => {
  const rules = globSync('lib/findings/rules/*.ts', { cwd: ROOT })
  const docs = readFileSync(join(ROOT, 'docs/FINDINGS.md'), 'utf8')

  it('is in the registry', () => {
    const registry = readFileSync(join(ROOT, 'lib/findings/registry.ts'), 'utf8')
    expect(rules.filter((file) => !registry.includes(`/${basename(file)}`))).toEqual([])
  })

  it.each(rules)('%s bears its id, has a fix, a test and a row in the docs', (file) => {
    const id = basename(file, '.ts')
    const text = readFileSync(join(ROOT, file), 'utf8')
    expect(text).toContain(`id: '${id}'`)
    expect(text).toMatch(/\bfix\b/)
    expect(docs).toContain(`\`${id}\``)
    expect(existsSync(join(ROOT, `test/findings/rules/${id}.test.ts`)) || hasTest(id)).toBe(true)
  })

  it.each(rules)('%s is tested where it holds, where it has nothing to say, and where it does not apply', (file) => {
    const test = readFileSync(join(ROOT, `test/findings/rules/${basename(file, '.ts')}.test.ts`), 'utf8')
    expect(test).toMatch(/\b(?:error|warning|info) \d|toHaveLength\(1\)/)
    expect(test).toMatch(/says nothing/)
    expect(test).toMatch(/does not apply/)
  })

  function hasTest(id: string): boolean {
    return globSync('test/findings/**/*.test.ts', { cwd: ROOT }).some((file) =>
      readFileSync(join(ROOT, file), 'utf8').includes(id),
    )
  }
})

describe('each permission', () => {
  const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')
  const docs = readFileSync(join(ROOT, 'docs/PERMISSIONS.md'), 'utf8')
  const named = [...config.matchAll(/(?:permissions|host_permissions): \[([^\]]*)\]/g)]
    .flatMap((found) => [...(found[1] ?? '').matchAll(/'([^']+)'/g)])
    .map((found) => found[1] ?? '')

  it.each(named)('%s has its paragraph', (permission) => {
    expect(docs).toMatch(new RegExp(`^## \`?${permission.replace(/[<>]/g, '\\$&')}\`?$`, 'm'))
  })
})
