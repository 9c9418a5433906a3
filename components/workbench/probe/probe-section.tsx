import { useMemo } from 'preact/hooks'
import { makeProbe } from '../../../lib/postback/probe/make-probe.ts'
import { isPathOf, type ProbeResult, probeReport } from '../../../lib/postback/probe/probe-report.ts'
import { count } from '../../../lib/ui/count.ts'
import { urlParts } from '../../../lib/ui/url-parts.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { CopyButton } from '../../copy-button.tsx'
import { CutValue } from '../../cut-value.tsx'
import { useDraft } from '../../drafts.tsx'
import { Icon, type IconName } from '../../icon.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'

const WORDS: Record<ProbeResult['outcome'], { icon: IconName; word: string }> = {
  arrived: { icon: 'pass', word: 'arrived' },
  changed: { icon: 'error', word: 'changed' },
  lost: { icon: 'error', word: 'lost' },
  'never-seen': { icon: 'error', word: 'never seen' },
  'not-traced': { icon: 'quiet', word: 'not traced' },
}

/** Four letters and digits in mixed case, another for each probe. */
const newSalt = (): string => {
  const [a = 0, b = 0, c = 0, d = 0] = crypto.getRandomValues(new Uint8Array(4))
  const pick = (from: string, at: number) => from[at % from.length] ?? ''
  const letters = 'abcdefghkmnpqrstuvwxyz'
  return pick(letters, a) + pick(letters.toUpperCase(), b) + pick('23456789', c) + pick(letters, d)
}

/** A tracking link with test values in it: opened, walked, and told which of them arrived. */
export function ProbeSection({ click, onCopy, onOpen }: WorkbenchProps) {
  const [link, setLink] = useDraft('probe.link')
  const [kept, keepSalt] = useDraft('probe.salt')
  const salt = useMemo(() => (kept === '' ? newSalt() : kept), [kept])
  const probe = useMemo(() => makeProbe(link, salt), [link, salt])
  const path = click.kind === 'path' ? click.path : undefined
  const walked = path && isPathOf(probe.values, path.hops) ? path : undefined
  const report = walked ? probeReport(probe.values, walked.hops) : []
  const isLink = /^https?:\/\//i.test(probe.url) && URL.canParse(probe.url)
  return (
    <div class="probe">
      <p class="panel-lead">
        Paste a tracking link. Its macros and click IDs become test values that can be recognised wherever they turn up;
        open it, walk to the offer, and see which of them arrived.
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
              disabled={!isLink || probe.values.length === 0}
              onClick={() => {
                keepSalt(salt)
                onOpen(probe.url)
              }}
            >
              Open the test link
            </button>
            <button type="button" class="button" onClick={() => keepSalt(newSalt())}>
              New values
            </button>
            <span class="soft" role="status">
              {!isLink
                ? 'Begin the link with https://.'
                : probe.values.length === 0
                  ? 'There is no macro and no click ID in it.'
                  : walked
                    ? `${count(report.filter(({ outcome }) => outcome === 'arrived').length, 'value')} of ${report.length} arrived at ${urlParts(walked.hops.at(-1)?.url ?? '').host}`
                    : count(probe.values.length, 'test value')}
            </span>
          </div>
          <div class="table-scroll">
            <table class="differences">
              <thead>
                <tr>
                  <th scope="col">Parameter</th>
                  <th scope="col">Test value</th>
                  <th scope="col">What became of it</th>
                  <th scope="col">Where</th>
                </tr>
              </thead>
              <tbody>
                {probe.values.map(({ name, value }, at) => {
                  const told = report[at]
                  const sign = told && WORDS[told.outcome]
                  return (
                    <tr key={`${name} ${value}`} class={`tone-${sign?.icon ?? 'quiet'}`}>
                      <th scope="row" class="bytes">
                        {visible(name)}
                      </th>
                      <td class="bytes">{visible(value)}</td>
                      <td>
                        {sign ? (
                          <span class="outcome">
                            <Icon name={sign.icon} size={14} /> {sign.word}
                          </span>
                        ) : (
                          <span class="soft">not walked yet</span>
                        )}
                      </td>
                      <td>
                        {told && <Where told={told} hosts={walked?.hops.map(({ url }) => urlParts(url).host) ?? []} />}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </div>
  )
}

function Where({ told, hosts }: { told: ProbeResult; hosts: readonly string[] }) {
  if (told.landed.length > 0)
    return (
      <>
        {told.landed.map(({ hop, name, where }) => (
          <span key={`${hop} ${name} ${where}`}>
            as <code>{visible(name === '' ? where : name)}</code> at hop {hop + 1}, {visible(hosts[hop] ?? '')}{' '}
          </span>
        ))}
        {told.change !== null && `(${told.change})`}
      </>
    )
  if (told.lastHop === null) return <span class="soft">on no hop</span>
  return (
    <>
      last seen at hop {told.lastHop + 1}, {visible(hosts[told.lastHop] ?? '')}
    </>
  )
}
