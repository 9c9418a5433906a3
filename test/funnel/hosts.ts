/** The demo funnel's hosts. `*.localhost` is loopback in every browser (RFC 6761), so they need no DNS. */
export const ADS = 'ads.localhost'
export const TRACKER = 'trk.localhost'
export const LANDING = 'lp.localhost'
export const LANDING_WWW = 'www.lp.localhost'
export const NETWORK = 'net.localhost'
export const OFFER = 'offer.localhost'
export const POSTBACK = 'postback.localhost'
/** Stands in for Meta's Graph API. */
export const GRAPH = 'graph.localhost'
/** Its port is closed: every connection is refused. */
export const DOWN = 'down.localhost'

/** Where a scenario's page lies on each host, unless its row says otherwise; `:id` is the scenario's id. */
export const USUAL_PATH: Readonly<Record<string, string>> = {
  [TRACKER]: '/click/:id',
  [LANDING]: '/lp/:id',
  [LANDING_WWW]: '/lp/:id',
  [NETWORK]: '/go/:id',
  [OFFER]: '/offer/:id',
  [DOWN]: '/offer/:id',
}

/** A Host header without its port, in lower case; '' when there was none. */
export const hostName = (header: string | undefined): string => (header ?? '').toLowerCase().replace(/:\d*$/, '')
