import { fieldsIn } from '../fields.ts'
import type { ParameterKind, Preset, PresetParameter } from './preset.ts'

/** The parameter of this name, also as one of a range; undefined where the preset knows none. */
export function parameterNamed(preset: Preset, name: string): PresetParameter | undefined {
  return preset.params.find((parameter) => isOf(parameter, name))
}

function isOf(parameter: PresetParameter, name: string): boolean {
  if (parameter.name === name) return true
  const range = /^(.*\D)(\d+)-(\d+)$/.exec(parameter.name)
  if (!range || !name.startsWith(range[1] ?? '')) return false
  const rest = name.slice(range[1]?.length)
  return /^\d{1,3}$/.test(rest) && Number(rest) >= Number(range[2]) && Number(rest) <= Number(range[3])
}

/** What the preset's own template has for a parameter, as it is spelt; undefined where it has none. */
export const templateValue = ({ url }: Preset, name: string): string | undefined =>
  fieldsIn(url ?? '').find((field) => field.rawName === name)?.rawValue

/** Its parameters of a kind, in order. */
export const parametersOf = (preset: Preset, kind: ParameterKind): PresetParameter[] =>
  preset.params.filter((parameter) => parameter.kind === kind)
