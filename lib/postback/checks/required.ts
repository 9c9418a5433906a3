import { plainName } from '../click-id-names.ts'
import { encodeValue } from '../fill.ts'
import { nearest } from '../nearest.ts'
import { parameterNamed, templateValue } from '../presets/parameters.ts'
import type { Preset, PresetParameter } from '../presets/preset.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { addParameter, replaceIn } from './edit-url.ts'
import { error, type Problem } from './problem.ts'
import type { Parameter, Subject } from './subject.ts'
import { clickMacro, thisClick } from './this-click.ts'

/** What the receiver requires: there, not blank, and under the name that it reads. */
export const required: Check = {
  modes: EVERYWHERE,
  find(subject) {
    const { preset } = subject
    if (!preset) return []
    return preset.params
      .filter((parameter) => parameter.required && parameter.kind !== 'auth')
      .flatMap((parameter) => missing(parameter, preset, subject))
  },
}

function missing(wanted: PresetParameter, preset: Preset, subject: Subject): Problem[] {
  const { parameters, template } = subject
  const value = valueFor(wanted, preset, subject)
  // Another parameter of the kind serves as well: click_id for clickid.
  const there =
    parameters.find(({ name }) => name === wanted.name) ??
    parameters.find(({ name }) => wanted.kind && parameterNamed(preset, name)?.kind === wanted.kind)
  if (there) return there.sent?.trim() === '' ? [blank(there, wanted, preset, template.url, value)] : []
  const misspelt = parameters.find(
    ({ name }) => parameterNamed(preset, name) === undefined && isNearly(name, wanted.name),
  )
  if (misspelt) return [wrongName(misspelt, wanted, preset, template.url)]
  return [
    error('missing-parameter', `${preset.name} requires ${wanted.name}`, `Add it${wordsOf(wanted)}.`, {
      ...(value !== undefined && {
        mend: { label: `Add ${wanted.name}`, url: addParameter(template.url, `${wanted.name}=${value}`) },
      }),
    }),
  ]
}

const isNearly = (name: string, wanted: string): boolean =>
  plainName(name) === plainName(wanted) || nearest(plainName(name), [wanted], plainName) !== undefined

function blank(
  { inUrl, start, end, name }: Parameter,
  wanted: PresetParameter,
  preset: Preset,
  url: string,
  value: string | undefined,
): Problem {
  const place = { start, end }
  return error(
    'blank-parameter',
    `${name} is blank, and ${preset.name} requires it`,
    `Give it a value${wordsOf(wanted)}.`,
    {
      ...(inUrl && {
        place,
        ...(value !== undefined && { mend: { label: 'Fill it', url: replaceIn(url, place, `${name}=${value}`) } }),
      }),
    },
  )
}

function wrongName(
  { name, rawName, start, inUrl }: Parameter,
  wanted: PresetParameter,
  preset: Preset,
  url: string,
): Problem {
  const place = { start, end: start + rawName.length }
  return error(
    'misspelt-parameter',
    `${preset.name} reads ${wanted.name}, not ${name}`,
    'Under another name it is passed over.',
    {
      ...(inUrl && { place, mend: { label: `Write ${wanted.name}`, url: replaceIn(url, place, wanted.name) } }),
    },
  )
}

const wordsOf = ({ accepts }: PresetParameter): string => (accepts ? ` (${accepts})` : '')

/** What the preset's own template has there, else a macro of that name; of a callback that was sent only what is certain. */
function valueFor({ name, values, kind }: PresetParameter, preset: Preset, subject: Subject): string | undefined {
  if (values?.length === 1) return encodeValue(values[0] ?? '')
  const isClickId = kind === 'click-id'
  if (subject.mode === 'live') return isClickId ? thisClick(name, subject) : undefined
  return isClickId ? clickMacro(name, subject) : templateValue(preset, name) || `{${name.replace(/[^\w.:-]/g, '_')}}`
}
