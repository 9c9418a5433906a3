import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { send, textAnswer } from './answer.ts'
import { createClicks } from './clicks.ts'
import type { Context } from './context.ts'
import { DOWN, hostName } from './hosts.ts'
import type { Conversion } from './receiver.ts'
import { createRequestLog, type RecordedRequest, type RequestLog } from './request-log.ts'
import { route } from './route.ts'

export type { Conversion, RecordedRequest }

/** A running demo funnel. */
export type DemoFunnel = {
  port: number
  /** `url('ads.localhost', '/')` → `http://ads.localhost:PORT/`. On `down.localhost` a port that nobody listens on. */
  url(host: string, pathAndQuery: string): string
  /** The same hosts behind a certificate that no browser trusts. Throws when started without TLS. */
  tlsUrl(host: string, pathAndQuery: string): string
  /** The latest requests, in the order in which they came in. */
  requests: RecordedRequest[]
  conversions: Conversion[]
  /** The first request that fits, past or to come. Rejects after `timeoutMs` (10 s). */
  waitFor: RequestLog['waitFor']
  close(): Promise<void>
}

/** More than any form or postback of the demo holds. */
const BODY_LIMIT = 64 * 1024

/**
 * Starts the demo funnel on loopback: all hosts on one port, told apart by the Host header.
 * @param options.port 0, the default, for a free one; rejects with EADDRINUSE when it is taken
 * @param options.tls whether to listen with the self-signed test certificate too, on a free port
 */
export async function startFunnel({
  port = 0,
  tls = true,
}: {
  port?: number
  tls?: boolean
} = {}): Promise<DemoFunnel> {
  const log = createRequestLog()
  const conversions: Conversion[] = []
  const context: Context = {
    clicks: createClicks(),
    conversions,
    asked: new Map(),
    origin: (host) => `http://${host}:${host === DOWN ? closedPort : httpPort}`,
  }
  const answer = (scheme: string) => (message: IncomingMessage, response: ServerResponse) =>
    void serve(message, response, scheme, log, context)

  const http = createServer(answer('http'))
  const httpPort = await listen(http, port)
  const https = tls ? createTlsServer(await testCertificate(), answer('https')) : undefined
  const tlsPort = https && (await listen(https, 0))
  const closedPort = await findClosedPort()

  return {
    port: httpPort,
    url: (host, pathAndQuery) => context.origin(host) + pathAndQuery,
    tlsUrl(host, pathAndQuery) {
      if (tlsPort === undefined) throw new Error('the demo funnel was started without TLS')
      return `https://${host}:${tlsPort}${pathAndQuery}`
    },
    requests: log.requests,
    conversions,
    waitFor: log.waitFor,
    close: async () => {
      await Promise.all([http, ...(https ? [https] : [])].map(close))
    },
  }
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  scheme: string,
  log: RequestLog,
  context: Context,
): Promise<void> {
  try {
    const body = await readBody(message)
    if (body === undefined) return send(response, textAnswer('body too large', 413))
    const target = message.url ?? '/'
    const cut = target.indexOf('?')
    const request: RecordedRequest = {
      method: message.method ?? 'GET',
      host: hostName(message.headers.host),
      url: `${scheme}://${message.headers.host ?? ''}${target}`,
      path: cut < 0 ? target : target.slice(0, cut),
      query: cut < 0 ? '' : target.slice(cut + 1),
      headers: message.headers,
      body,
    }
    log.add(request)
    send(response, route(request, context))
  } catch (error) {
    // A caller that hung up in the middle of its body, or a mistake of the demo's own: neither may end the server.
    if (response.headersSent || response.destroyed) response.destroy()
    else send(response, textAnswer(`demo funnel: ${String(error)}`, 500))
  }
}

/** The body as text; undefined when it is over the limit. */
async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks).toString('utf8')
}

/** Resolves with the port once the server listens; loopback only, so that nobody else on the network meets the demo. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Requests to /hang, and connections the browser keeps for later.
    server.closeAllConnections()
  })
}

/** A port that was free a moment ago, and that this funnel leaves alone. */
async function findClosedPort(): Promise<number> {
  const probe = createServer()
  const port = await listen(probe, 0)
  await close(probe)
  return port
}

/** Self-signed, for tests only: see the note in the files. */
async function testCertificate(): Promise<{ key: Buffer; cert: Buffer }> {
  const [key, cert] = await Promise.all(
    ['key', 'cert'].map((name) => readFile(new URL(`./tls/${name}.pem`, import.meta.url))),
  )
  if (!key || !cert) throw new Error('the test certificate is missing')
  return { key, cert }
}
