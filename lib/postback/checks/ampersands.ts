import { queryPlace } from '../fields.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { info, type Problem, warning } from './problem.ts'

/** An & too many, or one that HTML spelt out. */
export const ampersands: Check = {
  modes: EVERYWHERE,
  find: ({ template }) => findIn(template.url),
}

function findIn(url: string): Problem[] {
  const { start, end } = queryPlace(url)
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
