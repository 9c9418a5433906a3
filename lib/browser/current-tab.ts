import { isTraceable } from '../recording/normalize.ts'

/** The tab that a page of the extension speaks of. */
export interface CurrentTab {
  id: number
  /** A private window: nothing of it may reach the disk. */
  private: boolean
  /** The browser's own page, which no extension may see. */
  internal: boolean
  /** False where the person has not allowed the extension to see pages (Firefox lets them choose). */
  permitted: boolean
}

const ALL_SITES = { origins: ['<all_urls>'] }

interface Tab {
  id?: number | undefined
  url?: string | undefined
  incognito: boolean
}

interface Apis {
  tabs: {
    query(query: { active: boolean; currentWindow: boolean }): Promise<Tab[]>
    get(tabId: number): Promise<Tab>
  }
  permissions: { contains(permissions: { origins: string[] }): Promise<boolean> }
}

/**
 * The tab the popup was opened over, or the one named in the page's address (`?tab=12`): the command line and the tests
 * open the popup as a page of its own.
 */
export async function currentTab({ tabs, permissions }: Apis, search: string): Promise<CurrentTab> {
  const named = /[?&]tab=(\d+)/.exec(search)
  const tab = named ? await tabs.get(Number(named[1])) : (await tabs.query({ active: true, currentWindow: true }))[0]
  if (tab?.id === undefined) throw new Error('There is no tab to look at.')
  const permitted = await permissions.contains(ALL_SITES)
  return {
    id: tab.id,
    private: tab.incognito,
    // With permission for all sites, a tab without a URL is one that the browser keeps to itself.
    internal: permitted && (tab.url === undefined || tab.url === '' || !isTraceable(tab.url)),
    permitted,
  }
}
