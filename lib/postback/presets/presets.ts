import type { Preset } from './preset.ts'
import rows from './presets.json' with { type: 'json' }

/** Every preset, trackers first. */
export const PRESETS = rows as readonly Preset[]

export const presetOf = (id: string | undefined): Preset | undefined => PRESETS.find((preset) => preset.id === id)
