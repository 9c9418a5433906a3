import { nearest } from '../nearest.ts'
import { parameterNamed, parametersOf } from '../presets/parameters.ts'
import type { PresetParameter } from '../presets/preset.ts'
import { addMacro } from './add-macro.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error, info, type Problem, warning } from './problem.ts'
import type { Parameter, Subject } from './subject.ts'

/** Status, goal and the like: there, and one that the receiver knows. */
export const acceptedValues: Check = {
  modes: EVERYWHERE,
  find(subject) {
    const { preset, parameters } = subject
    if (!preset) return []
    return [
      ...parameters.flatMap((parameter) => unknownValue(parameter, parameterNamed(preset, parameter.name), subject)),
      ...noStatus(subject),
    ]
  },
}

function unknownValue(
  parameter: Parameter,
  known: PresetParameter | undefined,
  { preset, template, mode }: Subject,
): Problem[] {
  const { sent, name, inUrl, valueStart, end } = parameter
  const values = known?.values
  if (!values || !sent || values.includes(sent)) return []
  // What another fills is not here to be judged.
  if (mode !== 'live' && /[{[<%]|__/.test(sent)) return []
  const meant =
    values.find((value) => value.toLowerCase() === sent.toLowerCase()) ??
    nearest(sent.toLowerCase(), values, (value) => value)
  const place = { start: valueStart, end }
  const more = inUrl
    ? {
        place,
        ...(meant !== undefined && { mend: { label: `Write ${meant}`, url: replaceIn(template.url, place, meant) } }),
      }
    : {}
  const list = `It takes ${known.accepts ?? values.join(', ')}`
  return [
    known.open
      ? warning(
          'unusual-value',
          `${sent.slice(0, 40)} is no usual ${name} at ${preset?.name}`,
          `${list}, and what was set up there.`,
          more,
        )
      : error('unknown-value', `${preset?.name} does not know the ${name} ${sent.slice(0, 40)}`, `${list}.`, more),
  ]
}

function noStatus(subject: Subject): Problem[] {
  const { preset, parameters } = subject
  const [known] = preset ? parametersOf(preset, 'status') : []
  const isTold = parameters.some(({ name }) => {
    const kind = preset && parameterNamed(preset, name)?.kind
    return kind === 'status' || kind === 'event'
  })
  if (!known || known.required || isTold) return []
  return [
    info(
      'no-status',
      'There is no status in it',
      `${preset?.name} decides by itself${known.note ? ` (${known.note})` : ''}: what was refused or refunded cannot be told apart.`,
      addMacro(subject, known.name, 'status'),
    ),
  ]
}
