import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * What a page of a case answers; `PORT` in any of its texts stands for the server's port. `hangs` never answers,
 * `breaks` ends the connection instead; `afterMs` answers late; `login` answers nobody who gives no name and password.
 */
export type CasePage =
  | 'hangs'
  | 'breaks'
  | {
      status?: number
      headers?: Record<string, string | string[]>
      html?: string
      text?: string
      afterMs?: number
      login?: true
    }

export interface CaseServer {
  port: number
  /** Resolves when this page has been asked for, host and path as in `ads.localhost/page`. */
  asked(page: string): Promise<void>
  close(): Promise<void>
}

/** A URL of the longest kind must come through. */
const MAX_HEADER_BYTES = 256 * 1024

/** The first byte of a TLS connection (RFC 8446, 5.1: a record of type handshake). */
const TLS_HANDSHAKE = 22

/**
 * Serves a case's pages on every host name, by http and by https, all on one loopback port; anything else is 404.
 *
 * @param at the port; 0 for a free one
 */
export async function serveCase(pages: Readonly<Record<string, CasePage>>, at = 0): Promise<CaseServer> {
  const asked = new Map<string, PromiseWithResolvers<void>>()
  const asking = (page: string) => {
    const known = asked.get(page) ?? Promise.withResolvers<void>()
    asked.set(page, known)
    return known
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const host = request.headers.host?.split(':', 1)[0] ?? ''
    const name = host + (request.url ?? '').split('?', 1)[0]
    asking(name).resolve()
    const page = pages[name]
    if (page === 'hangs') return
    if (page === 'breaks') return void request.destroy()
    if (!page) return void response.writeHead(404).end('no such page')
    if (page.login && !request.headers.authorization) {
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm=stage' }).end()
    }
    const { port } = server.address() as AddressInfo
    const filled = (text: string) => text.replaceAll('PORT', String(port))
    if (page.afterMs) await sleep(page.afterMs)
    const headers = Object.entries({ 'content-type': 'text/html; charset=utf-8', ...page.headers })
    for (const [name, value] of headers) response.setHeader(name, [value].flat().map(filled))
    response.writeHead(page.status ?? 200)
    const body = page.text ?? `<!doctype html><title>${name}</title>${page.html ?? ''}`
    response.end(page.status === 204 ? '' : filled(body))
  }
  const plain = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, answer)
  const secure = createTlsServer({ maxHeaderSize: MAX_HEADER_BYTES, ...(await testCertificate()) }, answer)
  const open = new Set<Socket>()
  const server = createTcpServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => {})
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.unshift(first)
      const speaks = first[0] === TLS_HANDSHAKE ? secure : plain
      speaks.emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked: (page) => asking(page).promise,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

async function testCertificate(): Promise<{ key: Buffer; cert: Buffer }> {
  const read = (name: string) => readFile(new URL(`./tls/${name}.pem`, import.meta.url))
  return { key: await read('key'), cert: await read('cert') }
}
