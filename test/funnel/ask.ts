import { type IncomingHttpHeaders, request } from 'node:http'

/** An answer of the funnel, as it came. */
export type Asked = { status: number; headers: IncomingHttpHeaders; body: string }

/**
 * Asks a local server for a URL without following anything. Goes to loopback whatever the host's name, for not every
 * machine resolves `*.localhost` outside a browser, and fetch would not let a Host header through.
 */
export function ask(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Asked> {
  const { host, port } = new URL(url)
  // The raw rest of the URL, as parsing would rewrite the bytes under test; no fragment ever reaches a server.
  const path = url.slice(url.indexOf(host) + host.length).split('#', 1)[0] || '/'
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path, headers: { host, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
      .on('error', reject)
      .end(body)
  })
}
