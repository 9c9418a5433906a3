import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { commandDesk } from '../lib/browser/commands.ts'
import { COMMANDS_NAME, type OpenDesk } from '../lib/browser/on-demand.ts'
import { pinnedStore } from '../lib/browser/pinned-store.ts'

/** What the background loads when a page of the extension asks for something: see lib/browser/on-demand.ts. */
export default defineUnlistedScript(() => {
  const openDesk: OpenDesk = (deps) => commandDesk({ ...deps, pinned: pinnedStore() })
  Object.assign(globalThis, { [COMMANDS_NAME]: openDesk })
})
