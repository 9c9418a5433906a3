/** An object of a JSON answer, with readers that never throw. */
export interface JsonObject {
  text(key: string): string | null
  number(key: string): number | null
  object(key: string): JsonObject | null
  /** The texts of a list; none where it is none. */
  texts(key: string): string[]
  /** The objects of a list; none where it is none. */
  list(key: string): JsonObject[]
}

/** Reads the body of an answer as a JSON object; null where it is none. */
export function jsonObject(body: string): JsonObject | null {
  try {
    return reader(JSON.parse(body))
  } catch {
    return null
  }
}

function reader(value: unknown): JsonObject | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const own = (key: string): unknown =>
    Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
  return {
    text: (key) => {
      const found = own(key)
      return typeof found === 'string' && found !== '' ? found : null
    },
    number: (key) => {
      const found = own(key)
      return typeof found === 'number' && Number.isFinite(found) ? found : null
    },
    object: (key) => reader(own(key)),
    texts: (key) => {
      const found = own(key)
      return Array.isArray(found) ? found.filter((item) => typeof item === 'string' && item !== '') : []
    },
    list: (key) => {
      const found = own(key)
      return Array.isArray(found) ? found.flatMap((item) => reader(item) ?? []) : []
    },
  }
}
