import type { Cause } from '../model/click-path.ts'

const UNKNOWN = 'the browser went from {from} to {to}'

/**
 * Who sent the browser on, in words, one row a cause. `{from}` is a host, `{to}` the next one, or its path where both
 * are the same, `{host}` always the next host, `{answered}` what the server answered.
 */
export const CAUSE_BLAME: Record<Cause, string> = {
  'http-redirect': '{from} answered {answered} to {to}',
  script: 'a script on {from} went on to {to}',
  'meta-refresh': 'a meta refresh on {from} led to {to}',
  'refresh-header': "{from}'s Refresh header led to {to}",
  form: 'a form on {from} was submitted to {to}',
  link: 'a link on {from} led to {to}',
  history: 'the page on {from} changed its own address',
  fragment: 'the page on {from} changed its own fragment',
  browser: 'the browser took it out before it asked {host}',
  extension: 'another extension took it out before the browser asked {host}',
  'service-worker': "{from}'s service worker led to {to}",
  hsts: "the browser's https upgrade led to {to}",
  reload: '{from} was loaded again as {to}',
  'back-forward': UNKNOWN,
  typed: UNKNOWN,
  unknown: UNKNOWN,
}
