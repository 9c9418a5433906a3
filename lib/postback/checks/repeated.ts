import { type Check, EVERYWHERE } from './check.ts'
import { removeParameter } from './edit-url.ts'
import { warning } from './problem.ts'

/** Parameters that are there twice, or hold nothing. */
export const repeated: Check = {
  modes: EVERYWHERE,
  find({ template: { url }, parameters }) {
    const seen = new Set<string>()
    const twice = new Set<string>()
    const empty = new Set<string>()
    return parameters.flatMap((parameter) => {
      const { name, sent, inUrl, start, end } = parameter
      const place = inUrl ? { place: { start, end } } : {}
      const mend = inUrl ? { mend: { label: 'Take it out', url: removeParameter(url, parameter) } } : {}
      const isAgain = seen.has(name) && !name.endsWith(']') && !twice.has(name)
      if (seen.has(name) && !name.endsWith(']')) twice.add(name)
      seen.add(name)
      const isEmpty = sent === '' && !empty.has(name)
      if (sent === '') empty.add(name)
      return [
        ...(isAgain
          ? [
              warning(
                'duplicate-parameter',
                `${name} is there more than once`,
                'Some trackers read the first, some the last. Keep one.',
                { ...place, ...mend },
              ),
            ]
          : []),
        ...(isEmpty
          ? [
              warning('empty-value', `${name} is empty`, 'Give it a value, or take the parameter out.', {
                ...place,
                ...mend,
              }),
            ]
          : []),
      ]
    })
  },
}
