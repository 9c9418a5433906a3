import { en } from 'zod/v4/locales'
import { FunnelFile } from '../../lib/model/funnel.ts'
import { Trouble } from '../trouble.ts'
import { urlProblem } from '../walk/url-problem.ts'
import { below, lineAndColumn, scanJson } from './scan-json.ts'

/** A funnel file as it was read, and where its lines are. */
export interface ReadFunnels extends FunnelFile {
  /** `funnels[0].expect.finalHost` → `funnels.json, line 4, column 9`. */
  placeOf(path: string): string
}

const MESSAGES = en().localeError

/**
 * Reads a funnel file.
 *
 * @param name how the file is called in messages
 * @throws Trouble that says what is wrong and where: line and column, and the path in the document
 */
export function readFunnelFile(name: string, source: string): ReadFunnels {
  const text = source.replace(/^\uFEFF/, '')
  const { places, fault } = scanJson(text)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    const at = fault ? `, ${lineAndColumn(text, fault.offset)}` : ''
    throw new Trouble(`${name}${at}: this is not JSON: ${fault?.message ?? String(error)}`)
  }
  const placeOf = (path: string) => `${name}, ${lineAndColumn(text, places.get(path) ?? offsetAbove(places, path))}`
  const read = FunnelFile.safeParse(document, { error: MESSAGES })
  const problems = read.success
    ? read.data.funnels.flatMap(({ url }, index) => {
        const problem = urlProblem(url)
        return problem ? [{ path: `funnels[${index}].url`, message: problem }] : []
      })
    : read.error.issues.flatMap((issue) => {
        const path = issue.path.reduce<string>((above, key) => below(above, key as string | number), '')
        if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
        return issue.keys.map((key) => ({ path: below(path, key), message: 'there is no such key' }))
      })
  if (!read.success || problems.length > 0) {
    throw new Trouble(
      problems.map(({ path, message }) => `${placeOf(path)}: ${path || 'the file'}: ${message}`).join('\n'),
    )
  }
  return { ...read.data, placeOf }
}

/** A value that is missing has no place; what it is missing from has. */
function offsetAbove(places: Map<string, number>, path: string): number {
  const above = path.replace(/(?:\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/, '')
  return places.get(above) ?? (above === path || above === '' ? 0 : offsetAbove(places, above))
}
