import { splitUrl } from '../../identifiers/split-url.ts'
import type { ClickPath } from '../../model/click-path.ts'
import type { Preset } from './preset.ts'
import { PRESETS } from './presets.ts'

export interface Suggestion {
  preset: Preset
  /** What on the path speaks for it, in words, the strongest first. */
  reasons: string[]
}

/** How much each sign says. A shape alone says little: 24 or 32 hexadecimal digits are anyone's. */
const WEIGHT = { host: 8, url: 4, name: 4, shape: 1 }
/** Below this nothing is suggested. */
const LEAST = 4

/**
 * The presets that a path speaks for, best first: by the hosts and click URLs of its hops, by the names of its click
 * IDs, and, to tell those apart, by their shape.
 */
export function suggestPresets({ hops, identifiers }: Pick<ClickPath, 'hops' | 'identifiers'>): Suggestion[] {
  const names = new Set(identifiers.flatMap(({ name, trail }) => [name, ...trail.flatMap((step) => step.name ?? [])]))
  const values = identifiers.filter(({ kind }) => kind !== 'campaign-tag' && kind !== 'other').map(({ value }) => value)
  const rate = (preset: Preset): Suggestion & { weight: number } => {
    const signs = [
      ...hops
        .filter(({ url }) => isHostOf(preset, splitUrl(url).host))
        .map(({ url }) => ({ weight: WEIGHT.host, words: `${splitUrl(url).host} is one of its hosts` })),
      ...hops
        .filter(({ url }) => preset.clickUrl !== undefined && new RegExp(preset.clickUrl).test(url.slice(0, 2_000)))
        .map(({ url }) => ({ weight: WEIGHT.url, words: `${splitUrl(url).host} has the form of its click URLs` })),
      ...(preset.clickIdNames ?? [])
        .filter((name) => names.has(name))
        .map((name) => ({ weight: WEIGHT.name, words: `${name} is a name of its click ID` })),
      ...values
        .filter((value) => preset.clickIdShape !== undefined && new RegExp(preset.clickIdShape).test(value))
        .map(() => ({ weight: WEIGHT.shape, words: 'an ID looks like one of its click IDs' })),
    ]
    const unique = [...new Map(signs.map((sign) => [sign.words, sign])).values()]
    return {
      preset,
      reasons: unique.map(({ words }) => words),
      weight: unique.reduce((sum, { weight }) => sum + weight, 0),
    }
  }
  return PRESETS.map(rate)
    .filter(({ weight }) => weight >= LEAST)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ preset, reasons }) => ({ preset, reasons }))
}

/** The preset that a postback URL is one of, by a host that its users share, or a path that no other preset has. */
export function presetOfUrl(url: string): Preset | undefined {
  const { host, path } = splitUrl(url)
  const byHost = PRESETS.find((preset) => isHostOf(preset, host))
  if (byHost) return byHost
  const byPath = PRESETS.filter(({ paths = [] }) => paths.some((pattern) => new RegExp(pattern).test(path)))
  return byPath.length === 1 ? byPath[0] : undefined
}

const isHostOf = ({ hosts = [] }: Preset, host: string): boolean =>
  hosts.some((pattern) => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern))
