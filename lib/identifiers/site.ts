import { splitUrl } from './split-url.ts'

/** Second levels under which countries register names: `co.uk`, `com.au`, `or.jp`. */
const COUNTRY_SECOND_LEVEL = /^(?:com?|org|net|gov|edu|ac|or|ne|go)\.[a-z]{2}$/
/** Suffixes of hosts that belong to different people. The full list is too large for the background. */
const SHARED_SUFFIXES = new Set(
  'github.io pages.dev netlify.app vercel.app workers.dev web.app firebaseapp.com herokuapp.com blogspot.com myshopify.com cloudfront.net azurewebsites.net wixsite.com webflow.io'.split(
    ' ',
  ),
)

/** A URL's host, lower case, without port; empty when it has none. */
export const hostOf = (url: string): string => splitUrl(url).host

/**
 * The site that a host belongs to: its registrable domain, found without the public suffix list, so right for the usual
 * suffixes. `www.shop.co.uk` → `shop.co.uk`; an IP address is its own site.
 */
export function siteOf(host: string): string {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return host
  const labels = host.split('.')
  const lastTwo = labels.slice(-2).join('.')
  const shared = COUNTRY_SECOND_LEVEL.test(lastTwo) || SHARED_SUFFIXES.has(lastTwo)
  return shared ? labels.slice(-3).join('.') : lastTwo
}

/** Whether two URLs are of one site. */
export const sameSite = (a: string, b: string): boolean => siteOf(hostOf(a)) === siteOf(hostOf(b))
