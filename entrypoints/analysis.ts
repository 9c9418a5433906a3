import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { analysis } from '../lib/analysis/analysis.ts'
import { ANALYSIS_NAME } from '../lib/browser/load-analysis.ts'

/** What the background loads when someone looks: see lib/browser/load-analysis.ts. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [ANALYSIS_NAME]: analysis })
})
