import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a page of a case answers; `PORT` in any of its texts stands for the server's port. */
export type CasePage = 'hangs' | { status?: number; headers?: Record<string, string>; html?: string; text?: string }

export interface CaseServer {
  port: number
  /** Resolves when this page has been asked for, host and path as in `ads.localhost/page`. */
  asked(page: string): Promise<void>
  close(): Promise<void>
}

/** Serves a case's pages on `*.localhost`, all on one loopback port; anything else is 404. */
export async function serveCase(pages: Readonly<Record<string, CasePage>>): Promise<CaseServer> {
  const asked = new Map<string, PromiseWithResolvers<void>>()
  const asking = (page: string) => {
    const known = asked.get(page) ?? Promise.withResolvers<void>()
    asked.set(page, known)
    return known
  }
  const server = createServer((request, response) => {
    const host = request.headers.host?.split(':', 1)[0] ?? ''
    const name = host + (request.url ?? '').split('?', 1)[0]
    asking(name).resolve()
    const page = pages[name]
    if (page === 'hangs') return
    if (!page) return void response.writeHead(404).end('no such page')
    const { port } = server.address() as AddressInfo
    const filled = (text: string) => text.replaceAll('PORT', String(port))
    const headers = Object.entries({ 'content-type': 'text/html; charset=utf-8', ...page.headers })
    response.writeHead(page.status ?? 200, Object.fromEntries(headers.map(([name, value]) => [name, filled(value)])))
    const body = page.text ?? `<!doctype html><title>${name}</title>${page.html ?? ''}`
    response.end(page.status === 204 ? '' : filled(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked: (page) => asking(page).promise,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
