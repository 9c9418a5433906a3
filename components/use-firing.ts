import { useRef, useState } from 'preact/hooks'
import type { PostbackAttempt } from '../lib/model/postback.ts'

export interface Firing {
  pending: boolean
  /** Why a postback could not even be begun; null when it was. */
  refused: string | null
  /** Sends once: calls while one is under way do nothing. Gives what sending gives; undefined where it did nothing or could not be begun. */
  fire<T>(send: () => Promise<T>): Promise<T | undefined>
}

/** Holds the one rule of firing: never a second postback while one is under way. */
export function useFiring(attempts: readonly PostbackAttempt[]): Firing {
  // A reference beside the state: two clicks can come before the first one is rendered.
  const locked = useRef(false)
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  // One that another popup sent a moment ago counts as well.
  const underWay = attempts[0] !== undefined && attempts[0].durationMs === null

  const fire = async <T>(send: () => Promise<T>): Promise<T | undefined> => {
    if (locked.current || underWay) return undefined
    locked.current = true
    setPending(true)
    setRefused(null)
    try {
      return await send()
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error))
      return undefined
    } finally {
      locked.current = false
      setPending(false)
    }
  }
  return { pending: pending || underWay, refused, fire }
}
