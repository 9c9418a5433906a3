import { plainName } from '../click-id-names.ts'
import { encodeValue } from '../fill.ts'
import { nearest } from '../nearest.ts'
import { parameterNamed } from '../presets/parameters.ts'
import type { Preset, PresetParameter } from '../presets/preset.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { addParameter, replaceIn } from './edit-url.ts'
import { error, type Problem } from './problem.ts'
import type { Parameter, Subject } from './subject.ts'

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
  const there = parameters.find(({ name }) => name === wanted.name)
  if (there) return there.sent?.trim() === '' ? [blank(there, wanted, preset, template.url)] : []
  // Another parameter of the kind serves as well: click_id for clickid.
  if (wanted.kind && parameters.some(({ name }) => parameterNamed(preset, name)?.kind === wanted.kind)) return []
  const misspelt = subject.parameters.find(
    ({ name }) => parameterNamed(preset, name) === undefined && isNearly(name, wanted.name),
  )
  if (misspelt) return [wrongName(misspelt, wanted, preset, template.url)]
  return [
    error('missing-parameter', `${preset.name} requires ${wanted.name}`, `Add it${wordsOf(wanted)}.`, {
      mend: {
        label: `Add ${wanted.name}`,
        url: addParameter(template.url, `${wanted.name}=${valueFor(wanted, preset)}`),
      },
    }),
  ]
}

const isNearly = (name: string, wanted: string): boolean =>
  plainName(name) === plainName(wanted) || nearest(plainName(name), [wanted], plainName) !== undefined

function blank({ inUrl, start, end, name }: Parameter, wanted: PresetParameter, preset: Preset, url: string): Problem {
  const place = { start, end }
  return error(
    'blank-parameter',
    `${name} is blank, and ${preset.name} requires it`,
    `Give it a value${wordsOf(wanted)}.`,
    {
      ...(inUrl && {
        place,
        mend: { label: 'Fill it', url: replaceIn(url, place, `${name}=${valueFor(wanted, preset)}`) },
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

/** What the preset's own template has there, else a macro of that name. */
function valueFor({ name, values, kind }: PresetParameter, preset: Preset): string {
  const own = new RegExp(`[?&]${name.replace(/[^\w]/g, '\\$&')}=([^&]*)`).exec(preset.url ?? '')?.[1]
  if (own) return own
  if (values?.length === 1) return encodeValue(values[0] ?? '')
  return kind === 'click-id' ? '{clickid}' : `{${name.replace(/[^\w.:-]/g, '_')}}`
}
