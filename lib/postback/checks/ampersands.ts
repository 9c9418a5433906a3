import { queryPlace } from '../fields.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error, info, type Problem, warning } from './problem.ts'

/** An & too many, one that HTML spelt out, or one where the ? belongs. */
export const ampersands: Check = {
  modes: EVERYWHERE,
  find: ({ template }) => findIn(template.url),
}

function findIn(url: string): Problem[] {
  const { start, end } = queryPlace(url)
  const first = start === end ? /&(?=[\w.[\]-]+=)/.exec(url.slice(0, end))?.index : undefined
  if (first !== undefined && url[end - 1] !== '?')
    return [
      error(
        'no-question-mark',
        'There is no ? before the parameters',
        'Without one they are part of the path, and nobody reads them.',
        {
          place: { start: first, end: first + 1 },
          mend: { label: 'Write ?', url: replaceIn(url, { start: first, end: first + 1 }, '?') },
        },
      ),
    ]
  const query = url.slice(start, end)
  const entity = query.indexOf('&amp;')
  if (entity >= 0)
    return [
      warning(
        'html-ampersand',
        '&amp; stands where & belongs',
        'It was copied out of HTML: the next name is read as amp;name.',
        {
          place: { start: start + entity, end: start + entity + 5 },
          mend: { label: 'Write &', url: replaceIn(url, { start, end }, query.replaceAll('&amp;', '&')) },
        },
      ),
    ]
  const found = /^&|&&|&$/.exec(query)
  if (!found) return []
  const tidy = query.replace(/&{2,}/g, '&').replace(/^&|&$/g, '')
  return [
    info('extra-ampersand', 'There is an & too many', 'Most receivers pass over it; strict ones read an empty name.', {
      place: { start: start + found.index, end: start + found.index + found[0].length },
      mend: { label: 'Take it out', url: replaceIn(url, { start, end }, tidy) },
    }),
  ]
}
