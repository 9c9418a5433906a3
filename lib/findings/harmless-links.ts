import { siteOf } from '../identifiers/site.ts'
import { splitUrl } from '../identifiers/split-url.ts'
import type { OutboundLink } from '../model/landing.ts'
import rows from './harmless-links.json' with { type: 'json' }

/** Hosts that a page links to and sells nothing through. */
const HOSTS = new Set(rows.flatMap(({ hosts }) => hosts.split(' ')))

/** A link of these kinds says so itself (HTML standard, "link types"; the last two are widely used). */
const REL = /(?:^|\s)(?:license|author|me|help|search|tag|privacy-policy|terms-of-service)(?:\s|$)/i
const PUBLIC_BODY = /\.(?:gov|edu|mil|int)(?:\.[a-z]{2})?$|\.(?:ac|gob|gouv|gc)\.[a-z]{2}$/
const LEGAL_PAGE =
  /(?:^|[/_.-])(?:privacy|datenschutz|terms|tos|agb|legal|imprint|impressum|cookies?|gdpr|ccpa|disclaimer|dmca|do-not-sell|accessibility|unsubscribe|contact(?:-us)?|about-us|careers)(?:$|[/_.-])/i
const FILE = /\.(?:pdf|jpe?g|png|gif|svg|webp|avif|ico|mp[34]|webm|zip|css|js|json|xml|rss|ics|vcf|txt|docx?|xlsx?)$/i

/** What hosts, paths and parameters of tracking and affiliate links are called. */
const TRACKING_PLACE =
  /(?:^|[/.])(?:click|clk|trk|track|tracking|tracker|go|out|exit|redirect|redir|aff|affiliate|offer|offers|visit|recommends)(?:[/.]|$)/i
const TRACKING_NAME =
  /(?:^|&)(?:aff|affid|aff_id|affiliate|affiliate_id|a_aid|offer|offer_id|oid|campaign_id|tag|hop|ref|pid|sub\w*|aff_sub\d?|s[1-5]|click_?id|utm_\w+)=/i

/** Whether a link looks as if it led through a tracker or a network. */
export function looksTracked({ url }: OutboundLink): boolean {
  const { host, path, query } = splitUrl(url)
  return TRACKING_PLACE.test(`${host}${path}`) || TRACKING_NAME.test(query ?? '')
}

/**
 * Whether a link leads to another site, and yet is no way on for the click: social profiles, reviews, laws, payment,
 * files, public bodies, and whatever stands in a footer or menu without looking like a tracking link.
 */
export function isHarmless(link: OutboundLink): boolean {
  const { host, path } = splitUrl(link.url)
  if (REL.test(link.rel ?? '') || FILE.test(path) || PUBLIC_BODY.test(host)) return true
  if (HOSTS.has(host) || HOSTS.has(host.replace(/^(?:www|m|l|web)\./, '')) || isOfKnownSite(host)) return true
  return !looksTracked(link) && (link.aside === true || LEGAL_PAGE.test(path))
}

/** `de.wikipedia.org` is of `wikipedia.org`; `ads.google.com` is not taken for `google.com`. */
const isOfKnownSite = (host: string): boolean => {
  const site = siteOf(host)
  return site !== 'google.com' && site !== host && HOSTS.has(site)
}
