import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LaunchOptions } from '../../../cli/browsers/session.ts'

/** What a browser is started with for a case, beside the extension. */
export interface Surroundings extends Pick<LaunchOptions, 'preferences' | 'switches' | 'withoutSwitches' | 'beside'> {
  /** Firefox only: file of a certificate (PEM) whose signatures are to be trusted. */
  authority?: string
  /** Chromium only: its driver holds on to tabs, not to the pages in them. */
  byTab?: true
}

/** A host of its own for each of the ways to https: that a browser knows by HSTS, and that it tries by itself. */
export const HSTS_HOST = 'secure.funnel.test'
export const UPGRADED_HOST = 'www.example.com'

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** How Chromium names a certificate that it is to trust. */
function fingerprint(): string {
  const { publicKey } = new X509Certificate(readFileSync(file('./tls/cert.pem')))
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')
}

/** @param port of the case's server */
export const SURROUNDINGS = {
  'nothing-else': () => ({}),
  /** Firefox's tracking protection takes parameters out of URLs. */
  'query-stripping': () => ({
    preferences: { 'privacy.query_stripping.enabled': true, 'privacy.query_stripping.strip_list': 'fbclid' },
  }),
  'another-extension': () => ({ beside: [file('./another-extension')] }),
  /** The browser may render a page that nobody has come to yet. */
  'pages-rendered-ahead': () => ({ byTab: true }),
  /** The browser keeps pages in memory; the driver of Chromium forbids it. */
  'pages-in-memory': () => ({ withoutSwitches: ['--disable-back-forward-cache'] }),
  /** Hosts that are not the machine's own, and a certificate for them that is trusted. */
  'own-authority': (port) => ({
    switches: [
      `--ignore-certificate-errors-spki-list=${fingerprint()}`,
      `--host-resolver-rules=MAP ${UPGRADED_HOST}:80 127.0.0.1:${port},MAP ${UPGRADED_HOST}:443 127.0.0.1:${port},MAP ${HSTS_HOST} 127.0.0.1`,
      // The driver's own list, which this one stands in for, has the upgrade to https in it.
      '--disable-features=MediaRouter',
    ],
    authority: file('./tls/authority.pem'),
    preferences: { 'network.dns.localDomains': HSTS_HOST },
  }),
  /** Firefox asks every host for https first. */
  'https-only': () => ({
    authority: file('./tls/authority.pem'),
    preferences: { 'network.dns.localDomains': UPGRADED_HOST, 'dom.security.https_only_mode': true },
  }),
} satisfies Record<string, (port: number) => Surroundings>

export type SurroundingsName = keyof typeof SURROUNDINGS
