import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { commandDesk } from '../lib/browser/commands.ts'
import { COMMANDS_NAME } from '../lib/browser/on-demand.ts'

/** What the background loads when a page of the extension asks for something: see lib/browser/on-demand.ts. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [COMMANDS_NAME]: commandDesk })
})
