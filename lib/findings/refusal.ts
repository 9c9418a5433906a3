import type { Hop } from '../model/click-path.ts'
import { placeOf } from './blame.ts'

/** Servers and proxies take about 8,000 characters of a request line (Apache 8,190, nginx 8k), IIS a query of 2,048. */
const LONG_URL = 2000
/** What strict servers and firewalls refuse when it stands unencoded in a URL. */
const UNSAFE = /[|{}[\]<>^`"\\ ]/

/** What to do about an answer of 400 and more, by what the status, the headers and the URL tell. */
export function fixOfStatus(hop: Hop): string {
  const place = placeOf(hop)
  const status = hop.status ?? 0
  const has = (name: string, value = '') =>
    hop.headers?.some((header) => header.name === name && header.value.toLowerCase().includes(value)) === true
  const isCloudflare = has('server', 'cloudflare')
  if (has('cf-mitigated', 'challenge'))
    return `Cloudflare asks this browser to prove that a person sits before it. Let the URL of ${place} through in Cloudflare's security rules, or test in a browser that people use.`
  if (isCloudflare && status >= 520 && status <= 530)
    return `Cloudflare did not get a sound answer from the server behind ${place}: look at that server, its firewall and its certificate.`
  if (isCloudflare && status === 403 && !has('cf-cache-status'))
    return `Cloudflare's firewall refused the request: look under Security → Events for it, and let ${place} through.`
  if (status >= 500) return `Look into the server log of ${place}: it failed to answer this URL.`
  if (status === 404 || status === 410)
    return `Correct the link that leads to ${place}, or bring the page back.${reservedWords(hop.url)}`
  if (status === 401) return `${place} asks for a login: log in and test again, or open it to visitors.`
  if (status === 405)
    return `${place} does not take ${hop.method}: change the form's method, or what the server accepts.`
  if (status === 429) return `${place} had too many requests from here: wait, then test again with fewer.`
  if (status === 414 || status === 431 || (status === 400 && hop.url.length > LONG_URL))
    return `The URL has ${hop.url.length} characters, more than ${place} takes: pass fewer or shorter parameters on.`
  if (status === 400 && UNSAFE.test(hop.url))
    return `${place} refuses characters that stand unencoded in the URL (| { } [ ] < > and the like): percent-encode values.`
  return `Find out why ${place} refuses this request (bot or geo filter, a missing parameter, a login).`
}

/** Parameters that WordPress takes for a search of its own: with a value of ours it finds no such page. */
const RESERVED = /[?&](p|page|name|year|cat|tag|m|author)=/

function reservedWords(url: string): string {
  const name = RESERVED.exec(url)?.[1]
  return name === undefined
    ? ''
    : ` If it is a WordPress site: that takes ${name}= for a question of its own, so give the parameter another name.`
}
