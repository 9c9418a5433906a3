import type { ClickPath, Hop } from '../lib/model/click-path.ts'
import type { Severity } from '../lib/model/finding.ts'
import { cutMiddle } from '../lib/ui/cut.ts'
import { duration } from '../lib/ui/duration.ts'
import { CAUSE_WORDS, statusWords } from '../lib/ui/hop-words.ts'
import { urlParts } from '../lib/ui/url-parts.ts'
import { visible } from '../lib/ui/visible.ts'
import { CopyButton } from './copy-button.tsx'
import { CutValue } from './cut-value.tsx'
import { Icon } from './icon.tsx'
import { MoreList } from './more-list.tsx'

const STEP = 100

interface HopsTabProps {
  path: ClickPath
  live: boolean
  onCopy(text: string): Promise<void>
}

function Details({ hop, onCopy }: { hop: Hop } & Pick<HopsTabProps, 'onCopy'>) {
  const rows: [string, string][] = [
    ['Error', hop.error ?? ''],
    ['IP', hop.ip ?? ''],
    ['Begun by', hop.element ?? ''],
    ['Form body', hop.body ?? ''],
    ['Sets cookies', (hop.setCookies ?? []).map(({ name, value }) => `${name}=${value}`).join('; ')],
    ['Answered by', (hop.headers ?? []).map(({ name, value }) => `${name}: ${value}`).join('; ')],
    ['New tab', hop.openerTabId === undefined ? '' : 'opened by a hop before it'],
  ]
  return (
    <div class="hop-details">
      <p class="hop-url">
        <CutValue text={hop.url} length={600} what={`URL of hop ${hop.index + 1}`} />
        <CopyButton text={hop.url} label={`Copy URL of hop ${hop.index + 1}`} word="Copy URL" onCopy={onCopy} />
      </p>
      <dl class="facts">
        {rows
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <CutValue text={text} length={200} what={name} />
              </dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

function HopItem({
  hop,
  blame,
  waiting,
  onCopy,
}: { hop: Hop; blame: Severity | undefined; waiting: boolean } & Pick<HopsTabProps, 'onCopy'>) {
  const { host, rest, secure } = urlParts(hop.url)
  const status = statusWords(hop)
  return (
    <li class="hop">
      <details>
        <summary class="hop-summary opens">
          <span class="hop-number">
            <span class="unseen">Hop </span>
            {hop.index + 1}
          </span>
          <span class={`hop-status status-${status.tone}`}>{waiting ? '…' : status.text}</span>
          <span class="hop-where">
            {hop.method !== 'GET' && <span class="tag">{visible(hop.method)}</span>}
            <bdi class="hop-host">{cutMiddle(host, 44)}</bdi>
          </span>
          <span class="hop-side">
            {blame && (
              <>
                <Icon name={blame} size={13} />
                <span class="unseen">{blame}</span>
              </>
            )}
            {hop.openerTabId !== undefined && <span class="tag">new tab</span>}
            {!secure && host.includes('.') && <span class="tag">http</span>}
            {hop.fromCache && <span class="tag">from cache</span>}
            <span class="hop-cause">{CAUSE_WORDS[hop.cause]}</span>
            <span class="hop-time">{duration(hop.durationMs)}</span>
          </span>
          <bdi class="hop-rest bytes">{cutMiddle(rest, 62)}</bdi>
          {hop.error !== null && <span class="hop-error">{visible(hop.error)}</span>}
        </summary>
        <Details hop={hop} onCopy={onCopy} />
      </details>
    </li>
  )
}

/** The hops in the order the browser went through them; each opens to its whole URL and what came with it. */
export function HopsTab({ path, live, onCopy }: HopsTabProps) {
  const blamed = new Map<number, Severity>()
  // Findings come most severe first.
  for (const { hop, severity } of path.findings) if (!blamed.has(hop)) blamed.set(hop, severity)
  const last = path.hops.length - 1
  return (
    <MoreList
      items={path.hops}
      step={STEP}
      noun="hop"
      ordered
      class="hops"
      row={(hop, at) => (
        <HopItem
          key={at}
          hop={{ ...hop, index: at }}
          blame={blamed.get(at)}
          waiting={live && at === last && hop.status === null && hop.error === null}
          onCopy={onCopy}
        />
      )}
    />
  )
}
