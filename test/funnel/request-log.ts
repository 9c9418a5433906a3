import type { IncomingHttpHeaders } from 'node:http'

/** A request that reached the funnel, as it came. */
export type RecordedRequest = {
  method: string
  /** From the Host header, lower case, without port. */
  host: string
  /** Absolute. */
  url: string
  path: string
  /** Raw, without `?`. */
  query: string
  headers: IncomingHttpHeaders
  body: string
}

export type RequestLog = {
  requests: RecordedRequest[]
  add(request: RecordedRequest): void
  waitFor(predicate: (request: RecordedRequest) => boolean, timeoutMs?: number): Promise<RecordedRequest>
}

/** `npm start` may run for days: only the latest are kept. */
const KEPT = 5_000

export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = []
  const listeners = new Set<(request: RecordedRequest) => void>()
  return {
    requests,
    add(request) {
      if (requests.push(request) > KEPT) requests.shift()
      for (const listener of listeners) listener(request)
    },
    waitFor(predicate, timeoutMs = 10_000) {
      const seen = requests.find(predicate)
      if (seen) return Promise.resolve(seen)
      return new Promise((resolve, reject) => {
        const listener = (request: RecordedRequest) => {
          if (!predicate(request)) return
          settle()
          resolve(request)
        }
        const timer = setTimeout(() => {
          settle()
          const urls = requests.map(({ method, url }) => `${method} ${url}`).slice(-20)
          reject(new Error(`no such request within ${timeoutMs} ms; the latest were:\n${urls.join('\n')}`))
        }, timeoutMs)
        const settle = () => {
          clearTimeout(timer)
          listeners.delete(listener)
        }
        listeners.add(listener)
      })
    },
  }
}
