import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import { PinnedPath } from '../model/pinned.ts'

const DATABASE = 'clickpath'
const PINNED = 'pinned'

export interface Schema extends DBSchema {
  /** By the id of its path. What is read is checked: it may come from another version, or be damaged. */
  pinned: { key: string; value: unknown }
}

type Upgrade = IDBPTransaction<Schema, 'pinned'[], 'versionchange'>
type Step = (database: IDBPDatabase<Schema>, transaction: Upgrade) => void | Promise<void>

/** How the database came to be: step n leads from version n to n + 1. A step that was released never changes. */
export const STEPS: readonly Step[] = [(database) => void database.createObjectStore(PINNED, { keyPath: 'path.id' })]

/** The paths that outlive the browser. */
export interface PinnedStore {
  /** Adds a path, or replaces the one with its id. */
  put(pinned: PinnedPath): Promise<void>
  get(id: string): Promise<PinnedPath | undefined>
  /** Newest first, and how many could not be read. */
  list(): Promise<{ pinned: PinnedPath[]; unreadable: number }>
  remove(id: string): Promise<void>
}

/** Opens the database when it is first asked for something, and again when the browser took it away. */
export function pinnedStore(steps: readonly Step[] = STEPS): PinnedStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const database = () => {
    opened ??= open(steps, () => {
      opened = undefined
    }).catch((error: unknown) => {
      opened = undefined
      throw inWords(error)
    })
    return opened
  }
  return {
    put: async (pinned) => void (await (await database()).put(PINNED, pinned)),
    get: async (id) => PinnedPath.safeParse(await (await database()).get(PINNED, id)).data,
    list: async () => {
      const all = await (await database()).getAll(PINNED)
      const pinned = all.flatMap((record) => PinnedPath.safeParse(record).data ?? [])
      pinned.sort((a, b) => (a.pinnedAt < b.pinnedAt ? 1 : -1))
      return { pinned, unreadable: all.length - pinned.length }
    },
    remove: async (id) => (await database()).delete(PINNED, id),
  }
}

function open(steps: readonly Step[], gone: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, steps.length, {
    async upgrade(database, from, _to, transaction) {
      for (const step of steps.slice(from)) await step(database, transaction)
    },
    // A newer version of the extension wants to change it.
    blocking: (_from, _to, event) => {
      ;(event.target as IDBDatabase).close()
      gone()
    },
    terminated: gone,
  })
}

/** IndexedDB opens no database that a newer version has changed. */
function inWords(error: unknown): unknown {
  const isNewer = error instanceof Error && error.name === 'VersionError'
  return isNewer ? new Error('The pinned clicks were kept by a newer Clickpath: update it to see them.') : error
}
