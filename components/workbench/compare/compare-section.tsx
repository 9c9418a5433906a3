import { checkLive } from '../../../lib/postback/check.ts'
import { mended } from '../../../lib/postback/checks/problem.ts'
import { presetOf } from '../../../lib/postback/presets/presets.ts'
import { presetOfUrl } from '../../../lib/postback/presets/suggest.ts'
import { useDraft } from '../../drafts.tsx'
import { Icon } from '../../icon.tsx'
import { ProblemList } from '../../problem-list.tsx'
import { CheckedUrl } from '../checked-url.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { Differences } from './differences.tsx'
import { UrlChoice } from './url-choice.tsx'

/** A callback that somebody sent: what is wrong with it, and where it is not what was agreed. */
export function CompareSection(props: WorkbenchProps) {
  const { click, endpoints } = props
  const [expected, setExpected] = useDraft('compare.expected')
  const [live, setLive] = useDraft('compare.live')
  const path = click.kind === 'path' ? click.path : undefined
  const url = live.trim()
  const endpoint = endpoints.find((known) => known.url === expected)
  const problems =
    url === ''
      ? []
      : checkLive(url, {
          identifiers: path?.identifiers ?? [],
          path,
          preset: presetOf(endpoint?.preset) ?? presetOfUrl(url),
          lifespanDays: endpoint?.lifespanDays,
          now: Date.parse(props.now),
        })
  return (
    <div class="compare">
      <p class="panel-lead">
        Paste a postback that was really sent, from the advertiser’s or the tracker’s log. It is checked by itself, and
        compared with what was agreed, parameter by parameter.
      </p>
      <div class="compare-inputs">
        <UrlChoice label="Expected: the agreed template" value={expected} {...props} templates onInput={setExpected} />
        <UrlChoice label="Live: the callback as it was sent" value={live} {...props} onInput={setLive} />
      </div>
      {url !== '' && (
        <section class="editor" aria-label="Check of the live callback">
          <h2 class="side-title">The live callback</h2>
          <CheckedUrl url={url} problems={problems} label="Live callback, with what is wrong marked" />
          {problems.length === 0 && (
            <p class="all-well tone-pass">
              <Icon name="pass" size={14} /> Nothing is wrong with it by itself.
            </p>
          )}
          <ProblemList problems={problems} onMend={(mend) => setLive(mended({ url, values: {} }, mend).url)} />
        </section>
      )}
      {url !== '' && expected.trim() !== '' && <Differences expected={expected.trim()} live={url} />}
    </div>
  )
}
