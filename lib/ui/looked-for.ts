/** Names a media buyer knows, some of each family: what the popup says it looks for. The catalogue has them all. */
export const LOOKED_FOR: readonly { family: string; names: readonly string[] }[] = [
  { family: 'Ad click IDs', names: ['fbclid', 'gclid', 'gbraid', 'wbraid', 'msclkid', 'ttclid'] },
  { family: 'Tracker and network click IDs', names: ['clickid', 'click_id', 'cid', 'irclickid'] },
  { family: 'Sub-IDs', names: ['subid', 'sub1', 's1', 'aff_sub', 'aff_sub2'] },
  { family: 'Campaign tags', names: ['utm_source', 'utm_campaign'] },
]
