import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ProbeServer {
  /** The tracking link: four macros, of which the chain keeps one, renames one, drops one and changes the case of one. */
  link: string
  /** What the landing page waits for before it is answered. */
  beforeLanding: () => Promise<unknown>
  close(): void
}

/** Serves a tracker, a network, a landing page with a button, and the offer that it opens in another tab. */
export async function serveProbe(): Promise<ProbeServer> {
  const http = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://probe.localhost')
    const given = (name: string) => asked.searchParams.get(name) ?? ''
    const sendTo = (to: string) => void response.writeHead(302, { location: to }).end()
    const page = (body: string) => void response.writeHead(200, { 'content-type': 'text/html' }).end(body)
    switch (asked.pathname) {
      case '/go':
        return sendTo(
          at('net', `/r?clickid=${given('clickid')}&aff_sub=${given('s1')}&s2=${given('s2')}&s3=${given('s3')}`),
        )
      case '/r':
        return sendTo(
          at('lp', `/land?clickid=${given('clickid')}&aff_sub=${given('aff_sub')}&s3=${given('s3').toLowerCase()}`),
        )
      case '/land':
        await server.beforeLanding()
        return page(
          `<title>Landing</title><a id="cta" target="_blank" href="${at('offer', `/buy?tid=${given('clickid')}`)}">Buy</a>`,
        )
      case '/buy':
        return page('<title>Offer</title>')
    }
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const at = (host: string, path: string) => `http://${host}.localhost:${port}${path}`
  const server: ProbeServer = {
    link: at('trk', '/go?clickid={clickid}&s1={campaign}&s2={adset}&s3={ad}'),
    beforeLanding: async () => {},
    close: () => {
      http.closeAllConnections()
      http.close()
    },
  }
  return server
}
