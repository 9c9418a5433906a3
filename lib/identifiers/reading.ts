import type { Hop } from '../model/click-path.ts'
import { BASE64, decodeBase64 } from './base64.ts'
import { type Carried, Memory } from './carried.ts'
import { readParts } from './read-url.ts'
import { splitUrl, type UrlParts } from './split-url.ts'

/** Shorter text says nothing when it is decoded. */
const LEAST_BASE64 = 12
const MOST_BASE64 = 8000
/** So many are looked through sooner than indexed. */
const FEW = 40
const NONE: readonly Carried[] = []

/** All that one hop's request carries, with its values indexed. */
export class Reading {
  readonly url: UrlParts
  readonly parameters: readonly Carried[]
  #byValue: Map<string, Carried[]> | null = null
  #all: Set<Carried> | null = null
  #texts: { parameter: Carried; text: string }[] | null = null

  /** @param memory that of the path whose hop it is */
  constructor(url: string, body?: string, memory: Memory = new Memory()) {
    this.url = splitUrl(url)
    this.parameters = readParts(this.url, body, memory)
  }

  /** Whether this very parameter is there, byte for byte and in its place. */
  has(parameter: Carried): boolean {
    if (this.parameters.length <= FEW) return this.parameters.includes(parameter)
    this.#all ??= new Set(this.parameters)
    return this.#all.has(parameter)
  }

  /** The parameters and segments that hold exactly this value. */
  holding(value: string): readonly Carried[] {
    this.#byValue ??= indexed(this.parameters)
    return this.#byValue.get(value) ?? NONE
  }

  /** The texts that base64 values, or the parts of a token or a linker's parameter, stand for. Decoded once. */
  get base64Texts(): readonly { parameter: Carried; text: string }[] {
    this.#texts ??= this.parameters.flatMap((parameter) => {
      const { value, url } = parameter
      // What a nested URL holds is read as its parameters.
      if (url !== null || value.length < LEAST_BASE64 || value.length > MOST_BASE64) return []
      return value.split(/[.*]/).flatMap((part) => {
        const text = part.length < LEAST_BASE64 || !BASE64.test(part) ? null : decodeBase64(part)
        return text === null ? [] : [{ parameter, text }]
      })
    })
    return this.#texts
  }
}

function indexed(parameters: readonly Carried[]): Map<string, Carried[]> {
  const byValue = new Map<string, Carried[]>()
  for (const parameter of parameters) {
    const same = byValue.get(parameter.value)
    if (same) same.push(parameter)
    else byValue.set(parameter.value, [parameter])
  }
  return byValue
}

/** Reads every hop of a path, in order. Hops of one URL in a row (a page that rewrites its history) are read once. */
export function readHops(hops: readonly Hop[]): Reading[] {
  const readings: Reading[] = []
  const memory = new Memory()
  hops.forEach((hop, index) => {
    const before = hops[index - 1]
    const known = before?.url === hop.url && before.body === hop.body ? readings[index - 1] : undefined
    readings.push(known ?? new Reading(hop.url, hop.body, memory))
  })
  return readings
}
