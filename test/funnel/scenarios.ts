import type { Scenario } from './scenario.ts'
import { BROKEN } from './scenarios/broken.ts'
import { LOST_IDS } from './scenarios/lost.ts'
import { PAGES } from './scenarios/pages.ts'
import { REDIRECTS } from './scenarios/redirects.ts'
import { RENAMED } from './scenarios/renamed.ts'
import { REPLACED } from './scenarios/replaced.ts'
import { TABS } from './scenarios/tabs.ts'

export type { Scenario }

/** Every scenario of the demo funnel, in the order of the ad page. */
export const SCENARIOS: readonly Scenario[] = [
  ...LOST_IDS,
  ...REPLACED,
  ...RENAMED,
  ...BROKEN,
  ...REDIRECTS,
  ...PAGES,
  ...TABS,
]
