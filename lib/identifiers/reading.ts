import type { Hop } from '../model/click-path.ts'
import { BASE64, decodeBase64 } from './base64.ts'
import type { Parameter } from './parameter.ts'
import { readParts } from './read-url.ts'
import { splitUrl, type UrlParts } from './split-url.ts'

/** Shorter text says nothing when it is decoded. */
const LEAST_BASE64 = 12
const MOST_BASE64 = 8000

/** All that one hop's request carries, with its values indexed. */
export class Reading {
  readonly url: UrlParts
  readonly parameters: readonly Parameter[]
  readonly #byValue = new Map<string, Parameter[]>()
  #texts: { parameter: Parameter; text: string }[] | null = null

  constructor(url: string, body?: string) {
    this.url = splitUrl(url)
    this.parameters = readParts(this.url, body)
    for (const parameter of this.parameters) {
      const same = this.#byValue.get(parameter.value)
      if (same) same.push(parameter)
      else this.#byValue.set(parameter.value, [parameter])
    }
  }

  /** The parameters and segments that hold exactly this value. */
  holding(value: string): readonly Parameter[] {
    return this.#byValue.get(value) ?? []
  }

  /** Every value there is, once. */
  get values(): Iterable<string> {
    return this.#byValue.keys()
  }

  /** The texts that base64 values stand for. Decoded once, when first asked for. */
  get base64Texts(): readonly { parameter: Parameter; text: string }[] {
    this.#texts ??= this.parameters.flatMap((parameter) => {
      const { value } = parameter
      if (value.length < LEAST_BASE64 || value.length > MOST_BASE64 || !BASE64.test(value)) return []
      const text = decodeBase64(value)
      return text === null ? [] : [{ parameter, text }]
    })
    return this.#texts
  }
}

/** Reads every hop of a path, in order. Hops of one URL in a row (a page that rewrites its history) are read once. */
export function readHops(hops: readonly Hop[]): Reading[] {
  const readings: Reading[] = []
  hops.forEach((hop, index) => {
    const before = hops[index - 1]
    const known = before?.url === hop.url && before.body === hop.body ? readings[index - 1] : undefined
    readings.push(known ?? new Reading(hop.url, hop.body))
  })
  return readings
}
