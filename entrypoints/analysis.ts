import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { analysis } from '../lib/analysis/analysis.ts'
import { ANALYSIS_NAME } from '../lib/browser/on-demand.ts'

/** What the background loads when someone looks: see lib/browser/on-demand.ts. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [ANALYSIS_NAME]: analysis })
})
