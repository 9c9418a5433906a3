import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

export interface Tab {
  id: string
  label: string
  /** How many things are in it. */
  count?: number
  /** Kept on the page while another tab is shown, so that nothing typed or under way in it is lost. */
  kept?: boolean
  panel(): ComponentChildren
}

interface TabsProps {
  label: string
  tabs: Tab[]
  chosen: string
  onChoose(id: string): void
}

const STEPS: Record<string, (at: number, all: number) => number> = {
  ArrowRight: (at, all) => (at + 1) % all,
  ArrowLeft: (at, all) => (at + all - 1) % all,
  Home: () => 0,
  End: (_, all) => all - 1,
}

/** Tabs after the WAI-ARIA pattern: one stop for the Tab key, arrows, Home and End move and choose. */
export function Tabs({ label, tabs, chosen, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === chosen)
    const to = STEPS[event.key]?.(at, tabs.length)
    const next = to === undefined ? undefined : tabs[to]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ id, label, count }) => (
          <button
            type="button"
            key={id}
            id={`tab-${id}`}
            class="tab"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={`panel-${id}`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {label}
            {count !== undefined && <span class="tab-count">{count}</span>}
          </button>
        ))}
      </div>
      {tabs.map(({ id, kept, panel }) => (
        <div
          key={id}
          id={`panel-${id}`}
          class="panel"
          role="tabpanel"
          aria-labelledby={`tab-${id}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: WAI-ARIA tabs: a panel that opens with text is a stop itself.
          tabIndex={0}
          hidden={id !== chosen}
        >
          {(kept || id === chosen) && panel()}
        </div>
      ))}
    </>
  )
}
