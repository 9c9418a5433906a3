import type { PinnedSummary } from '../../../lib/model/pinned.ts'
import { clock, day } from '../../../lib/ui/clock.ts'
import { count } from '../../../lib/ui/count.ts'
import { cutMiddle } from '../../../lib/ui/cut.ts'
import { urlParts } from '../../../lib/ui/url-parts.ts'
import { Icon } from '../../icon.tsx'
import { MoreList } from '../../more-list.tsx'
import { signOf } from '../../verdict-banner.tsx'
import { ListButton } from '../list-button.tsx'

interface PinnedListProps {
  paths: readonly PinnedSummary[]
  /** Id of the path that is looked at. */
  chosen: string | undefined
  onChoose(id: string): void
}

const host = (url: string) => cutMiddle(urlParts(url).host, 30)

/** What a pinned path is called: by the person, else by where it led. */
export const nameOf = ({ name, from, to }: PinnedSummary): string =>
  name ?? (from === to ? host(from) : `${host(from)} → ${host(to)}`)

/** Every pinned path on three lines: what it is called, how it ended, when it was clicked. */
export function PinnedItems({ paths, chosen, onChoose }: PinnedListProps) {
  return (
    <nav aria-label="Pinned clicks">
      <MoreList
        items={paths}
        step={50}
        noun="pinned click"
        class="endpoint-list"
        row={(summary) => {
          const { id, name, from, to, hops, verdict, bare, startedAt } = summary
          const { icon, word } = signOf(verdict, bare)
          return (
            <ListButton
              key={id}
              name={cutMiddle(nameOf(summary), 60)}
              isChosen={id === chosen}
              onChoose={() => onChoose(id)}
            >
              {name !== undefined && (
                <span class="endpoint-host bytes">
                  {host(from)} → {host(to)}
                </span>
              )}
              <span class={`pinned-verdict tone-${icon}`}>
                <Icon name={icon} size={13} /> {word} · {count(hops, 'hop')}
              </span>
              <time class="endpoint-fired" dateTime={startedAt}>
                {day(startedAt)} {clock(startedAt)}
              </time>
            </ListButton>
          )
        }}
      />
    </nav>
  )
}
