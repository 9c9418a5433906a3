/** The part of `declarativeNetRequest` that is used. */
export interface NetRules {
  updateSessionRules(options: {
    removeRuleIds?: number[]
    addRules?: chrome.declarativeNetRequest.Rule[]
  }): Promise<void>
}

const RULE_ID = 1

/** The extension's own requests belong to no tab. */
const NO_TAB = -1

/**
 * Takes the `Origin` header out of what the extension itself sends: a POST would tell each receiver that a browser
 * extension sent it, and which, where a real postback comes from a server and has none. The rule is of this session and
 * hits nothing of any page: only requests that belong to no tab and that this extension began.
 *
 * @param rules undefined in a browser that has no such rules: there the header stays
 * @param host of the extension's own pages
 */
export async function hideOrigin(rules: NetRules | undefined, host: string): Promise<void> {
  await rules?.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
        condition: { initiatorDomains: [host], tabIds: [NO_TAB], resourceTypes: ['xmlhttprequest'] },
      },
    ] as chrome.declarativeNetRequest.Rule[],
  })
}
