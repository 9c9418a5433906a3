import { queryPlace } from '../fields.ts'
import { foreignMacrosIn } from '../foreign-macros.ts'
import { macrosIn } from '../macros.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { info, type Problem, warning } from './problem.ts'

/** Marks of a URL that stand where they mean something else than their writer meant. */
export const punctuation: Check = {
  modes: EVERYWHERE,
  find({ template, filled, mode }) {
    return [
      ...spaces(template.url, filled.url),
      ...questionMarks(template.url, filled.url),
      ...(mode === 'paste' ? macrosInFragment(template.url) : fragment(template.url, filled.url)),
    ]
  },
}

function spaces(url: string, sent: string): Problem[] {
  const outer = url !== url.trim()
  if (!/\s/.test(sent.trim())) return outer ? [edgeSpace(url)] : []
  const found = /\S(\s+)\S/.exec(url)
  // Beside a ?, & or = nobody meant one.
  const tidy = url
    .trim()
    .replace(/[\r\n\t]+\s*/g, '')
    .replace(/^[a-z]+:\/\/[^/?#]*/i, (host) => host.replace(/\s/g, ''))
    .replace(/\s*([?&=])\s*/g, '$1')
  return [
    warning('space', 'There is a space or a line break in the URL', 'Take it out. Where a space is meant, write %20.', {
      ...(found && {
        place: { start: found.index + 1, end: found.index + 1 + (found[1]?.length ?? 0) },
        mend: { label: tidy.includes(' ') ? 'Write %20' : 'Take it out', url: tidy.replaceAll(/\s/g, '%20') },
      }),
    }),
  ]
}

const edgeSpace = (url: string): Problem =>
  info('outer-space', 'There is a space before or after the URL', 'Some forms send it along. Take it out.', {
    place: url === url.trimStart() ? { start: url.trimEnd().length, end: url.length } : { start: 0, end: 1 },
    mend: { label: 'Take it out', url: url.trim() },
  })

function questionMarks(url: string, sent: string): Problem[] {
  const { start, end } = queryPlace(sent)
  if (!sent.slice(start, end).includes('?')) return []
  const own = queryPlace(url)
  const at = url.indexOf('?', own.start)
  const isHere = at >= own.start && at < own.end
  // Before a name it was meant to join, where nothing else does; inside a value it belongs to the value.
  const joins = isHere && /^\?[\w.[\]-]+=/.test(url.slice(at))
  const idle = joins && /[?&]/.test(url[at - 1] ?? '')
  return [
    warning(
      'second-question-mark',
      'There is a second ? in the URL',
      'Only the first begins the parameters: join them with &, and write %3F inside a value.',
      isHere
        ? {
            place: { start: at, end: at + 1 },
            mend: {
              label: idle ? 'Take it out' : joins ? 'Write &' : 'Write %3F',
              url: replaceIn(url, { start: at, end: at + 1 }, idle ? '' : joins ? '&' : '%3F'),
            },
          }
        : {},
    ),
  ]
}

function fragment(url: string, sent: string): Problem[] {
  if (!/#./s.test(sent)) return []
  const at = url.indexOf('#')
  return [
    warning('fragment', 'Nothing after # is sent', 'Put the parameters before it, and write %23 inside a value.', {
      ...(at >= 0 && {
        place: { start: at, end: url.length },
        mend: { label: 'Write %23', url: `${url.slice(0, at)}${url.slice(at).replaceAll('#', '%23')}` },
      }),
    }),
  ]
}

/** A landing page may have a fragment, which the browser keeps; a macro in it is replaced, and reaches no server. */
function macrosInFragment(url: string): Problem[] {
  const at = url.indexOf('#')
  const text = at < 0 ? '' : url.slice(at)
  if (macrosIn(text).length === 0 && foreignMacrosIn(text).length === 0) return []
  return [
    warning(
      'fragment',
      'A macro stands after #',
      'What is there reaches scripts of the page, and no server: put it before the #.',
      { place: { start: at, end: url.length } },
    ),
  ]
}
