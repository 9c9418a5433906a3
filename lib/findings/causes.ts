import type { Cause } from '../model/click-path.ts'

/** How a cause of a hop loses or changes a value, and how that is mended. */
export interface CauseWords {
  /**
   * Who did it, in words; `{from}` is a host, `{to}` the next one, or its path where both are the same, `{host}` always
   * the next host, `{status}` an HTTP status.
   */
  blame: string
  /** What to do; `{name}` is the parameter, `{target}` the next URL without scheme and query. */
  fix: string
}

const UNKNOWN: CauseWords = {
  blame: 'the browser went from {from} to {to}',
  fix: 'Find what leads from {from} to {to} and make it pass {name} on.',
}

/** What a page gives up when it sends the browser on by itself. */
const BY_SCRIPT = 'new URL(target), then searchParams.set("{name}", value) from location.search'

/** One row a cause. */
export const CAUSE_WORDS: Record<Cause, CauseWords> = {
  'http-redirect': {
    blame: '{from} answered {status} to {to}',
    fix: 'Make the redirect on {from} pass the query on. In a tracker: add {name} to the destination URL or switch parameter pass-through on. nginx: $is_args$args; Apache: [QSA]; Cloudflare: "Preserve query string".',
  },
  script: {
    blame: 'a script on {from} went on to {to}',
    fix: `In the script on {from} build the address from the page's own: ${BY_SCRIPT}.`,
  },
  'meta-refresh': {
    blame: 'a meta refresh on {from} led to {to}',
    fix: 'A meta refresh on {from} has a fixed URL: answer with a redirect that passes the query on, or navigate by script with location.search appended.',
  },
  'refresh-header': {
    blame: "{from}'s Refresh header led to {to}",
    fix: 'Build the URL in the Refresh header on {from} from the request, with its query, or answer 302 instead.',
  },
  form: {
    blame: 'a form on {from} was submitted to {to}',
    fix: 'Add <input type="hidden" name="{name}"> with the value to the form on {from}: a GET form drops the query of its action.',
  },
  link: {
    blame: 'a link on {from} led to {to}',
    fix: "On load, add {name} from the page's own address to this link's href on {from} (also to links added later), or let your tracker's link script do it.",
  },
  history: {
    blame: '{from} changed its own address',
    fix: 'On {from}, read {name} before history.replaceState or pushState takes it away, keep it (first-party cookie, sessionStorage), and put it on every link that leads on.',
  },
  fragment: {
    blame: '{from} changed its own fragment',
    fix: 'Keep {name} in the query rather than the fragment, or read it before the page changes its fragment.',
  },
  browser: {
    blame: 'the browser took it out before it asked {host}',
    fix: "Nothing is wrong on the funnel: this browser's tracking protection removes {name}. Carry the value under a name of your own as well, and capture the click server-side.",
  },
  extension: {
    blame: 'another extension took it out before the browser asked {host}',
    fix: 'Nothing is wrong on the funnel: switch the privacy or ad-blocking extension off and test again. Visitors who run it arrive without {name}.',
  },
  'service-worker': {
    blame: "{from}'s service worker led to {to}",
    fix: 'In the service worker, keep the query of request.url when it answers a navigation or redirects it.',
  },
  hsts: {
    blame: "the browser's https upgrade led to {to}",
    fix: 'Link to the https URL, with {name}, from the start.',
  },
  reload: {
    blame: '{from} was loaded again as {to}',
    fix: 'Let the page reload its full address, with its query.',
  },
  'back-forward': UNKNOWN,
  typed: UNKNOWN,
  unknown: UNKNOWN,
}

/** A redirect that only makes a URL canonical (http to https, bare to www, a trailing slash) needs no tracker. */
export const CANONICAL_FIX =
  'This redirect on {from} only tidies the URL, and has to keep the query: in nginx put $is_args$args behind the path of its target (or use $request_uri), in Apache end the target of its RewriteRule without a "?". Or link to {target} from the start.'
