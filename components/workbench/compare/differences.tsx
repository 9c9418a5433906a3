import { type ComparedParameter, compareUrls, type Difference, isAsExpected } from '../../../lib/postback/compare.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { CutValue } from '../../cut-value.tsx'
import { Icon, type IconName } from '../../icon.tsx'

const WORDS: Record<Difference, { icon: IconName; word: string }> = {
  same: { icon: 'pass', word: 'same' },
  filled: { icon: 'pass', word: 'filled' },
  missing: { icon: 'error', word: 'missing' },
  extra: { icon: 'info', word: 'extra' },
  changed: { icon: 'error', word: 'changed' },
  'literal-macro': { icon: 'error', word: 'literal macro' },
  encoding: { icon: 'warning', word: 'encoded otherwise' },
}
const LENGTH = 120

const nameOf = ({ part, name }: ComparedParameter) => (part === 'parameter' ? name : part)

const Value = ({ text, what }: { text: string | null; what: string }) =>
  text === null ? <span class="soft">–</span> : <CutValue text={text} length={LENGTH} what={what} />

/** Two URLs side by side, parameter by parameter. */
export function Differences({ expected, live }: { expected: string; live: string }) {
  const compared = compareUrls(expected, live)
  const well = isAsExpected(compared)
  return (
    <section aria-label="Expected against live">
      <h2 class="side-title">Expected against live</h2>
      <p class={`all-well tone-${well ? 'pass' : 'error'}`}>
        <Icon name={well ? 'pass' : 'error'} size={14} />
        {well ? 'The live callback is what was agreed.' : 'The live callback is not what was agreed.'}
      </p>
      <div class="table-scroll">
        <table class="differences">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Expected</th>
              <th scope="col">Live</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {compared.map((row, at) => {
              const { icon, word } = WORDS[row.difference]
              return (
                <tr key={at} class={`tone-${icon}`}>
                  <th scope="row" class="bytes">
                    {visible(nameOf(row))}
                  </th>
                  <td>
                    <Value text={row.expected} what={`expected ${nameOf(row)}`} />
                  </td>
                  <td>
                    <Value text={row.live} what={`live ${nameOf(row)}`} />
                  </td>
                  <td>
                    <span class="outcome">
                      <Icon name={icon} size={14} /> {word}
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
