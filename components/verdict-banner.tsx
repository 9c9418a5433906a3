import type { ClickPath } from '../lib/model/click-path.ts'
import type { Verdict } from '../lib/model/finding.ts'
import { isBare } from '../lib/ui/bare.ts'
import { count } from '../lib/ui/count.ts'
import { duration, span } from '../lib/ui/duration.ts'
import { urlParts } from '../lib/ui/url-parts.ts'
import { visible } from '../lib/ui/visible.ts'
import { Icon, type IconName } from './icon.tsx'

interface Sign {
  icon: IconName
  word: string
}

const UNDER_WAY: Sign = { icon: 'pending', word: 'Under way' }
const NO_CLICK_ID: Sign = { icon: 'quiet', word: 'No click ID' }
const SIGNS: Record<Verdict, Sign> = {
  pass: { icon: 'pass', word: 'Pass' },
  warn: { icon: 'warning', word: 'Warning' },
  fail: { icon: 'error', word: 'Fail' },
}

/** Shape and word of a verdict. @param bare there was nothing to follow */
export const signOf = (verdict: Verdict, bare: boolean): Sign => (bare ? NO_CLICK_ID : SIGNS[verdict])

function underWay({ hops, identifiers }: ClickPath): string {
  const place = urlParts(hops.at(-1)?.url ?? '').host
  const there = identifiers.length > 0 ? 'nothing lost so far' : 'no click ID so far'
  return `On the way to ${place}: ${count(hops.length, 'hop')}, ${there}`
}

function summary(path: ClickPath): string {
  const hosts = new Set(path.hops.map((hop) => urlParts(hop.url).host))
  const time = span(path.hops)
  const parts = [count(path.hops.length, 'hop'), count(hosts.size, 'host'), time === null ? '' : duration(time)]
  return parts.filter((part) => part !== '').join(' · ')
}

/** The verdict: a shape, a word and a sentence that says which value, where and whose doing. */
export function VerdictBanner({ path, sentence: said, live }: { path: ClickPath; sentence: string; live: boolean }) {
  const bare = isBare(path)
  // While more may come nothing has arrived yet; what is lost already is.
  const open = live && path.verdict === 'pass'
  const sign: Sign = open ? UNDER_WAY : signOf(path.verdict, bare)
  const sentence = visible(open ? underWay(path) : said)
  return (
    <section class={`verdict tone-${sign.icon}`} aria-label="Verdict">
      <Icon name={sign.icon} size={30} />
      <div class="verdict-text">
        <p class="verdict-meta">
          <strong class="verdict-word">{live && !open ? `${sign.word} so far` : sign.word}</strong>
          <span>{summary(path)}</span>
          {path.name && <span class="verdict-name">{visible(path.name)}</span>}
        </p>
        <h1 title={sentence}>{sentence}</h1>
      </div>
    </section>
  )
}
