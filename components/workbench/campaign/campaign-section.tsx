import { campaignUrl, checkCampaign, takeApart } from '../../../lib/postback/campaign/campaign-url.ts'
import { CAMPAIGN_PLATFORMS, platformName, rowsFor } from '../../../lib/postback/campaign/platforms.ts'
import { tokensOf } from '../../../lib/postback/macro-tokens/macro-tokens.ts'
import { CopyButton } from '../../copy-button.tsx'
import { useDraft } from '../../drafts.tsx'
import { Icon } from '../../icon.tsx'
import { ProblemList } from '../../problem-list.tsx'
import { CheckedUrl } from '../checked-url.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { TokenRows } from './token-rows.tsx'

/** Where the tags are kept that were typed: as a query, so that one field holds them all. */
const asQuery = (rows: readonly { name: string; value: string }[]): string => JSON.stringify(rows)

function rowsIn(text: string): { name: string; value: string }[] | undefined {
  try {
    const rows: unknown = JSON.parse(text)
    if (!Array.isArray(rows)) return undefined
    return rows.map((row: { name?: unknown; value?: unknown } | null) => ({
      name: String(row?.name ?? ''),
      value: String(row?.value ?? ''),
    }))
  } catch {
    return undefined
  }
}

/** The URL that goes into an ad platform: landing page, tags, and the platform's own macros. */
export function CampaignSection({ onCopy }: WorkbenchProps) {
  const [platformId, setPlatform] = useDraft('campaign.platform', CAMPAIGN_PLATFORMS[0]?.id ?? '')
  const [landing, setLanding] = useDraft('campaign.landing')
  const [typed, setTyped] = useDraft('campaign.rows')
  const platform = tokensOf(platformId)
  const rows = rowsIn(typed) ?? [...rowsFor(platformId)]
  const url = landing.trim() === '' ? '' : campaignUrl(landing, rows, platform)
  const problems = url === '' ? [] : checkCampaign(url, platform)
  const note = CAMPAIGN_PLATFORMS.find(({ id }) => id === platformId)?.note
  return (
    <div class="campaign">
      <div class="row">
        <label class="field field-wide">
          Landing page or tracking link
          <input
            class="bytes"
            value={landing}
            placeholder="https://lp.example/offer"
            spellcheck={false}
            onInput={(event) => setLanding(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          Ad platform
          <select
            value={platformId}
            onChange={(event) => {
              setPlatform(event.currentTarget.value)
              setTyped('')
            }}
          >
            {CAMPAIGN_PLATFORMS.map(({ id }) => (
              <option key={id} value={id}>
                {platformName(id)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {note && <p class="soft">{note}</p>}
      <TokenRows rows={rows} tokens={platform?.tokens ?? []} onChange={(changed) => setTyped(asQuery(changed))} />
      {url !== '' && (
        <section class="editor" aria-label="Campaign URL">
          <div class="overview-line">
            <h2 class="side-title">Paste this at {platformName(platformId)}</h2>
            <CopyButton text={url} label="Copy campaign URL" word="Copy" onCopy={onCopy} />
          </div>
          <CheckedUrl url={url} problems={problems} label="Campaign URL, with what is wrong marked" />
          {problems.length === 0 && (
            <p class="all-well tone-pass">
              <Icon name="pass" size={14} /> Nothing is wrong with it.
            </p>
          )}
          <ProblemList
            problems={problems}
            onMend={({ url: better }) => {
              if (better === undefined) return
              const mended = takeApart(better, { landing, rows })
              setLanding(mended.landing)
              setTyped(asQuery(mended.rows))
            }}
          />
        </section>
      )}
    </div>
  )
}
