import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RedirectChain {
  /** Where a chain begins. @param mark tells this walk from any other */
  start(mark: string): string
  /** ms from the first request to the last, as the server saw them; undefined before the last has come. */
  took(mark: string): number | undefined
  close(): Promise<void>
}

/** Serves chains of so many redirects on loopback, each hop on a host of its own, a click ID in each URL. */
export async function serveChain(redirects: number): Promise<RedirectChain> {
  const times = new Map<string, number[]>()
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://chain.localhost')
    const mark = asked.searchParams.get('clickid')
    const hop = Number(asked.pathname.slice('/hop/'.length))
    if (!mark || Number.isNaN(hop)) return void response.writeHead(404).end()
    times.set(mark, [...(times.get(mark) ?? []), performance.now()])
    if (hop < redirects) response.writeHead(302, { location: url(hop + 1, mark) }).end()
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<title>The end</title><link rel="icon" href="data:,">')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = (hop: number, mark: string) => `http://h${hop}.localhost:${port}/hop/${hop}?clickid=${mark}`
  return {
    start: (mark) => url(0, mark),
    took(mark) {
      const seen = times.get(mark) ?? []
      const [first = 0] = seen
      return seen.length === redirects + 1 ? (seen.at(-1) ?? 0) - first : undefined
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
