import type { ComponentChildren, Ref } from 'preact'

interface ScrollRegionProps {
  class: string
  /** What it is, for those who do not see it. */
  label: string
  /** The region itself, to scroll it or put the focus on it. */
  region?: Ref<HTMLElement>
  children: ComponentChildren
}

/** What may be longer than its room: it scrolls, so the Tab key stops at it. */
export function ScrollRegion({ class: kind, label, region, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class={kind} aria-label={label} tabIndex={0} {...(region && { ref: region })}>
      {children}
    </section>
  )
}
