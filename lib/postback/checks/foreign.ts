import { likeliestClickId } from '../choose-identifier.ts'
import { isClickIdName } from '../click-id-names.ts'
import { encodeValue } from '../fill.ts'
import { foreignMacrosIn, placeholdersIn } from '../foreign-macros.ts'
import { nameIn } from '../macro-name.ts'
import { macrosIn } from '../macros.ts'
import { type Check, POSTBACKS } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error, type Problem, type Span } from './problem.ts'
import type { Subject } from './subject.ts'

/** Text that keeps the place of a value: another system's macro, or a word out of its documentation. */
export const foreign: Check = {
  modes: POSTBACKS,
  find(subject) {
    const { url } = subject.template
    const ours = subject.mode === 'live' ? macrosIn(url).map(({ raw }) => raw) : []
    const words = new Set(placeholdersIn(url))
    return [
      ...[...new Set([...ours, ...foreignMacrosIn(url)])].map((raw) => macro(raw, subject)),
      ...[...words].flatMap((word) => placeholder(word, subject)),
    ]
  },
}

function macro(raw: string, subject: Subject): Problem {
  const { url } = subject.template
  const start = url.indexOf(raw)
  const place = start < 0 ? undefined : { start, end: start + raw.length }
  const name = cleanName(nameIn(raw))
  if (subject.mode === 'live') {
    const value = isClickIdName(name) ? likeliestClickId(subject.identifiers)?.value : undefined
    return error(
      'literal-macro',
      `${raw} was sent as it stands`,
      'Whoever sent this did not replace their macro: compare its spelling with their list of macros.',
      {
        macro: raw,
        ...(place && { place }),
        ...(place &&
          value !== undefined && {
            mend: { label: "Put this click's ID there", url: replaceIn(url, place, encodeValue(value)) },
          }),
      },
    )
  }
  return error(
    'foreign-macro',
    `${raw} is another system's macro`,
    `It is sent as it stands. Write {${name}} to have it filled.`,
    {
      macro: raw,
      ...(place && { place, mend: { label: `Write {${name}}`, url: url.replaceAll(raw, () => `{${name}}`) } }),
    },
  )
}

function placeholder(word: string, subject: Subject): Problem[] {
  const parameter = subject.parameters.find(({ rawValue, inUrl }) => inUrl && rawValue === word)
  const place: Span | undefined = parameter && { start: parameter.valueStart, end: parameter.end }
  const name = parameter && (isClickIdName(parameter.name) ? 'clickid' : cleanName(parameter.name))
  const { url } = subject.template
  return [
    error(
      'placeholder',
      `${word} only keeps the place of a value`,
      'Put a macro there, such as {clickid}, or take the parameter out.',
      {
        macro: word,
        ...(place && { place }),
        ...(place &&
          subject.mode === 'template' && {
            mend: { label: `Write {${name}}`, url: replaceIn(url, place, `{${name}}`) },
          }),
      },
    ),
  ]
}

const cleanName = (name: string): string => /^[A-Za-z_][\w.:-]{0,60}/.exec(name.replaceAll(' ', '_'))?.[0] ?? 'clickid'
