import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cause, Hop } from '../../lib/model/click-path.ts'

export type ChainHop = [url: string, status: number | null, cause: Cause]

export const chainHops = (hops: readonly Hop[]): ChainHop[] =>
  hops.map(({ url, status, cause }) => [url, status, cause])

export interface ChainServer {
  /** Of hop n, each on a host of its own. */
  url(n: number, mark: string): string
  /** What is to be told of a whole chain. */
  expected(mark: string): ChainHop[]
  /** What happens when hop n is asked for, before it is answered. */
  beforeAnswer: (n: number, mark: string) => Promise<unknown>
  close(): void
}

/** Serves chains of so many hops, each a redirect to the next, the last a page; the mark is the click ID of a chain. */
export async function serveChains(length: number): Promise<ChainServer> {
  const last = length - 1
  const http = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://chain.localhost')
    const mark = asked.searchParams.get('clickid')
    const n = Number(asked.pathname.slice('/hop/'.length))
    if (mark === null) return void response.writeHead(404).end()
    await server.beforeAnswer(n, mark)
    if (n < last) response.writeHead(302, { location: server.url(n + 1, mark) }).end()
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>The end</title>')
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const server: ChainServer = {
    url: (n, mark) => `http://h${n}.localhost:${port}/hop/${n}?clickid=${mark}`,
    expected: (mark) =>
      Array.from({ length }, (_, n) => [
        server.url(n, mark),
        n === last ? 200 : 302,
        n === 0 ? 'typed' : 'http-redirect',
      ]),
    beforeAnswer: async () => {},
    close: () => {
      http.closeAllConnections()
      http.close()
    },
  }
  return server
}
