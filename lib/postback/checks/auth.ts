import { parameterNamed, parametersOf } from '../presets/parameters.ts'
import { addMacro } from './add-macro.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error, info, type Problem, warning } from './problem.ts'

/** Names that hold a token or a key. */
const SECRET_NAME =
  /^(?:(?:access|auth|security|secure|verification|api)[_-]?(?:token|key|code)|token|secure|secret|api_?key|password|hash|signature)$/i

/** The receiver's token: there where it is asked for, and kept apart where it is. */
export const auth: Check = {
  modes: EVERYWHERE,
  find(subject) {
    const { preset, parameters, template, mode } = subject
    const known = preset ? parametersOf(preset, 'auth') : []
    const isThere = parameters.some(
      ({ name, sent }) => sent !== '' && preset && parameterNamed(preset, name)?.kind === 'auth',
    )
    const [wanted] = known
    const missing: Problem[] = []
    if (wanted && !isThere) {
      const mend = addMacro(subject, wanted.name, wanted.name.replace(/\W/g, '_'))
      missing.push(
        wanted.required
          ? error(
              'auth-missing',
              `${preset?.name} requires ${wanted.name}`,
              'Without it every postback is refused. Copy it from the account.',
              mend,
            )
          : info(
              'auth-missing',
              `${preset?.name} may ask for ${wanted.name}`,
              `It is required ${wanted.note ?? 'where it is switched on'}.`,
              mend,
            ),
      )
    }
    const inClear = parameters.flatMap(({ name, sent, rawValue, inUrl, valueStart, end }) => {
      const isSecret = SECRET_NAME.test(name) || (preset && parameterNamed(preset, name)?.kind === 'auth')
      if (mode !== 'template' || !inUrl || !isSecret || !sent || /[{[<]|%7B/i.test(rawValue)) return []
      const place = { start: valueStart, end }
      const macro = name.replace(/[^\w]/g, '_')
      return [
        warning(
          'secret-in-clear',
          `${name} looks like a secret`,
          'In the template it is shown, and leaves with every export. Kept apart, only its name does.',
          {
            place,
            mend: {
              label: 'Keep it apart',
              url: replaceIn(template.url, place, `{${macro}}`),
              secrets: { [macro]: sent },
            },
          },
        ),
      ]
    })
    return [...missing, ...inClear]
  },
}
