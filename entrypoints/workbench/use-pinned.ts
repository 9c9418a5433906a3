import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { command } from '../../lib/browser/command.ts'
import { PINS_CHANGED_KEY } from '../../lib/browser/pins-key.ts'
import type { PinnedList } from '../../lib/model/pinned.ts'

const { onChanged } = browser.storage

/** What is pinned, read again whenever it changes, here or elsewhere; undefined until it is read. */
export function usePinned(fail: (error: unknown) => void): PinnedList | undefined {
  const [pinned, show] = useState<PinnedList>()
  useEffect(() => {
    let asked = 0
    const read = () => {
      const turn = ++asked
      command<PinnedList>(browser, { type: 'list-pinned' }).then((list) => turn === asked && show(list), fail)
    }
    const hear = (changed: Record<string, unknown>, area: string) => {
      if (area === 'session' && PINS_CHANGED_KEY in changed) read()
    }
    read()
    onChanged.addListener(hear)
    return () => onChanged.removeListener(hear)
  }, [])
  return pinned
}
