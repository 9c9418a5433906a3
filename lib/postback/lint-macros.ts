import type { Identifier } from '../model/identifier.ts'
import type { PostbackTemplate } from '../model/postback.ts'
import { likeliestClickId } from './choose-identifier.ts'
import { isClickIdName } from './click-id-names.ts'
import type { FilledMacro, FilledPostback } from './fill.ts'
import { foreignMacrosIn, isUnreplaced, placeholdersIn } from './foreign-macros.ts'
import { error, type Problem } from './problem.ts'

/** Macros that nothing fills, that are not ours, or that are filled with another macro. */
export function lintMacros(
  template: PostbackTemplate,
  filled: FilledPostback,
  identifiers: readonly Identifier[],
): Problem[] {
  const macros = [...new Map(filled.macros.map((macro) => [macro.name, macro])).values()]
  return [
    ...macros.filter(({ value }) => value === null).map((macro) => unfilled(macro, identifiers)),
    ...macros.filter(({ value }) => value !== null && isUnreplaced(value)).map(unreplaced),
    ...foreignMacrosIn(template.url).map(foreign),
    ...placeholdersIn(template.url).map(placeholder),
  ]
}

function unfilled({ name, source }: FilledMacro, identifiers: readonly Identifier[]): Problem {
  const missing =
    source?.kind === 'identifier'
      ? `This click has no ${source.name}. `
      : isClickIdName(name) && !likeliestClickId(identifiers)
        ? 'This click carries no click ID. '
        : ''
  return error('unfilled-macro', `Nothing fills {${name}}`, `${missing}Choose an ID for it, or type a value.`, name)
}

const unreplaced = ({ name, value }: FilledMacro): Problem =>
  error(
    'value-is-macro',
    `{${name}} is filled with ${value}, itself a placeholder`,
    'A system earlier in the path did not replace its macro. Mend it there, or type a value for this test.',
    name,
  )

function foreign(raw: string): Problem {
  const name = raw.replace(/%(?:25)*[0-9A-F]{2}|&[lg]t;/gi, '').match(/[A-Za-z]\w*/)?.[0] ?? 'clickid'
  return error(
    'foreign-macro',
    `${raw} is another system's macro`,
    `It is sent as it stands. Write {${name}} to have it filled.`,
    raw,
  )
}

const placeholder = (word: string): Problem =>
  error(
    'placeholder',
    `${word} only keeps the place of a value`,
    'Put a macro there, such as {clickid}, or take the parameter out.',
    word,
  )
