import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Answers on loopback by path. (The demo funnel tells its hosts apart by name, which Node does not resolve.) */
const ANSWERS: Readonly<Record<string, Answer>> = {
  '/ok': (_, response) => response.end('success=true;'),
  '/big': (_, response) => response.end('x'.repeat(200 * 1024)),
  '/204': (_, response) => response.writeHead(204).end(),
  '/500': (_, response) => response.writeHead(500).end('stumbled'),
  '/redirect': (_, response) => response.writeHead(302, { location: '/ok?cid=x' }).end(),
}

export interface Receiver {
  origin: string
  /** Method, URL and body of each request so far. */
  requests: { method: string; url: string; body: string }[]
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const requests: Receiver['requests'] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url = '' } = request
    requests.push({ method, url, body })
    ANSWERS[url.split('?', 1)[0] ?? '']?.(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
