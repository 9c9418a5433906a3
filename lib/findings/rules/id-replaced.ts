import { blameSentence, elementWords, placeOf } from '../blame.ts'
import { cacheWords } from '../cdn-cache.ts'
import { whatToVerify } from '../hand-over.ts'
import type { Rule } from '../rule.ts'
import { hopNumber, quote } from '../words.ts'

export const idReplaced: Rule = {
  id: 'id-replaced',
  severity: 'error',
  title: 'Another value stands under the same name',
  why: 'The next hop takes the new value for the click: the conversion goes to another click, or to none.',
  fix: 'Use a name of its own for each ID, and pass the incoming one on unchanged.',
  check: (path) =>
    path.fates
      .filter(({ isMissed, end }) => isMissed && end === 'replaced')
      .map((fate) => {
        const { identifier, blamed, next } = fate
        const { name, value, outcome } = identifier
        const isHandedOver = outcome === 'handed-over'
        const from = placeOf(path.hops[blamed])
        return {
          rule: 'id-replaced',
          severity: isHandedOver ? 'warning' : 'error',
          hop: blamed,
          identifier: name,
          title: `${name} ${isHandedOver ? 'handed over' : 'replaced by another value'} after ${hopNumber(blamed)}`,
          detail: `${blameSentence(path.hops, blamed)} with ${quote(next?.value ?? '')} in place of ${quote(value)}.${elementWords(path.hops, blamed)}`,
          fix:
            cacheWords(path.hops, blamed) +
            (isHandedOver
              ? whatToVerify(path, fate)
              : `On ${from}, pass the incoming ${name} on, and put an ID of your own under another name.`),
        }
      }),
}
