/** The part of `storage.StorageArea` that is used, so that a test can stand in for it. */
export interface Store {
  get(keys: null | string | string[]): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: string | string[]): Promise<void>
}
