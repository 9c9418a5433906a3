/** What could be read of a body before it ended, grew over the limit, or broke off. */
export interface ReadBody {
  /** Decoded as UTF-8, with replacement characters. */
  text: string
  /** The whole body is here. */
  whole: boolean
  /** What broke the reading off. */
  error?: unknown
}

/** Reads a body up to a limit, in bytes, and lets go of the rest without fetching it. Never rejects. */
export async function readBody({ body }: Response, limit: number): Promise<ReadBody> {
  const decoder = new TextDecoder()
  if (!body) return { text: '', whole: true }
  const reader = body.getReader()
  let text = ''
  let left = limit
  try {
    while (true) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), whole: true }
      text += decoder.decode(value.subarray(0, left), { stream: true })
      if (value.length > left) {
        reader.cancel().catch(() => {})
        return { text: text + decoder.decode(), whole: false }
      }
      left -= value.length
    }
  } catch (error) {
    return { text: text + decoder.decode(), whole: false, error }
  }
}
