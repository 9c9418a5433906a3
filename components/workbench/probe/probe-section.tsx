import { useEffect, useMemo, useState } from 'preact/hooks'
import { makeProbe } from '../../../lib/postback/probe/make-probe.ts'
import { probeReport } from '../../../lib/postback/probe/probe-report.ts'
import { count } from '../../../lib/ui/count.ts'
import { probeSentence, walkWords } from '../../../lib/ui/probe-words.ts'
import { CopyButton } from '../../copy-button.tsx'
import { CutValue } from '../../cut-value.tsx'
import { useDraft } from '../../drafts.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { newSalt } from './new-salt.ts'
import { ProbeTable } from './probe-table.tsx'
import { useWalks } from './use-walks.ts'

/** A tracking link with test values in it: opened, walked, and told which of them arrived. */
export function ProbeSection({ onCopy, onOpen, onWatchProbe }: WorkbenchProps) {
  const [link, setLink] = useDraft('probe.link')
  const [kept, keepSalt] = useDraft('probe.salt')
  const salt = useMemo(() => (kept === '' ? newSalt() : kept), [kept])
  const probe = useMemo(() => makeProbe(link, salt), [link, salt])
  const { walks, chosen: walk, choose, paused } = useWalks(probe, onWatchProbe)
  const report = useMemo(() => (walk ? probeReport(probe.values, walk.hops) : []), [probe, walk])
  // The click that was the newest when the link was opened: until there is another, that one is waited for.
  const [opened, setOpened] = useState({ url: '', after: '' })
  const newest = walks[0]?.openedAt ?? ''
  const waiting = opened.url === probe.url && opened.after === newest
  const isLink = /^https?:\/\//i.test(probe.url) && URL.canParse(probe.url)
  const isTraced = probe.values.some(({ traced }) => traced)
  // A link that is copied and not opened from here must hold the same values when the workbench is opened again.
  useEffect(() => {
    if (link.trim() !== '' && kept === '') keepSalt(salt)
  }, [link, kept])

  const status = (): string => {
    if (!isLink) return 'Begin the link with https://.'
    if (!isTraced) return 'There is no macro and no ID in it that could be followed.'
    if (paused && (waiting || !walk)) return 'Recording is paused: resume it in the popup, then open the link.'
    if (waiting) return 'Opening …'
    if (!walk) return `${count(probe.values.length, 'test value')}, not walked yet.`
    return `${probeSentence(report, walk)}${walk.closed && !walk.live ? ', whose tab is closed' : ''}.`
  }
  return (
    <div class="probe">
      <p class="panel-lead">
        Paste a tracking link. Its macros and click IDs become test values that can be recognised wherever they turn up.
        Open the test link here, or copy it into any other tab, and walk to the offer: the report follows the click.
      </p>
      <label class="field">
        Tracking link
        <textarea
          class="bytes"
          rows={3}
          value={link}
          placeholder="https://trk.example/click?cid={clickid}&s1={campaign}"
          spellcheck={false}
          onInput={(event) => setLink(event.currentTarget.value)}
        />
      </label>
      {link.trim() !== '' && (
        <section class="editor" aria-label="Test link">
          <div class="filled">
            <CutValue text={probe.url} length={400} what="test link" />
            <CopyButton text={probe.url} label="Copy test link" onCopy={onCopy} />
          </div>
          <div class="row">
            <button
              type="button"
              class="button button-main"
              disabled={!isLink || !isTraced}
              onClick={() => {
                setOpened({ url: probe.url, after: newest })
                onOpen(probe.url)
              }}
            >
              {walks.length > 0 ? 'Open the test link again' : 'Open the test link'}
            </button>
            <button type="button" class="button" onClick={() => keepSalt(newSalt())}>
              New values
            </button>
            {walk && walks.length > 1 && (
              <label class="field-inline">
                Walk
                <select value={walk.id} onChange={(event) => choose(event.currentTarget.value)}>
                  {walks.map((each) => (
                    <option key={each.id} value={each.id}>
                      {walkWords(each)}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          <p class="probe-status" role="status">
            {status()}
          </p>
          <ProbeTable values={probe.values} report={report} walk={walk} />
        </section>
      )}
    </div>
  )
}
