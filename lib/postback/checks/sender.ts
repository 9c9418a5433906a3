import { foreignMacrosIn } from '../foreign-macros.ts'
import { knows, nearestToken } from '../macro-tokens/macro-tokens.ts'
import { macrosIn } from '../macros.ts'
import type { Check } from './check.ts'
import { error, type Problem, warning } from './problem.ts'

/** Macros for a platform that fills its own: each must be spelt as that platform spells it. */
export const sender: Check = {
  modes: ['paste'],
  find({ template: { url }, sender: platform }) {
    if (!platform) return []
    const found = new Set([...macrosIn(url).map(({ raw }) => raw), ...foreignMacrosIn(url)])
    return [...found].flatMap((macro): Problem[] => {
      if (knows(platform, macro)) return []
      const start = url.indexOf(macro)
      const more = { macro, ...(start >= 0 && { place: { start, end: start + macro.length } }) }
      const near = nearestToken(platform, macro)
      if (!near)
        return [
          warning(
            'unknown-macro',
            `${platform.name} is not known to have ${macro}`,
            'If it is none of theirs, it arrives as this very text.',
            more,
          ),
        ]
      const mend = { label: `Write ${near.token}`, url: url.replaceAll(macro, () => near.token) }
      return [
        near.same
          ? error(
              'wrong-brackets',
              `${platform.name} writes ${near.token}, not ${macro}`,
              'In another spelling it arrives as text.',
              { ...more, mend },
            )
          : error(
              'misspelt-macro',
              `${platform.name} has no ${macro}`,
              `Is ${near.token} meant? An unknown macro arrives as text.`,
              { ...more, mend },
            ),
      ]
    })
  },
}
