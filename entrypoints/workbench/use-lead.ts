import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Click, PinnedView } from '../../components/workbench/workbench-props.ts'
import { command } from '../../lib/browser/command.ts'
import type { PinnedList } from '../../lib/model/pinned.ts'

const PARAMETER = 'pinned'

/**
 * The pinned click that is tested with. It stands in the page's address: a reload keeps it, and a workbench that is
 * opened on another click does not begin with it.
 *
 * @returns its id, empty where none is chosen; the click itself; and what chooses another
 */
export function useLead(pinned: PinnedList | undefined): [id: string, click: Click, choose: (id: string) => void] {
  const [id, setId] = useState(() => new URLSearchParams(location.search).get(PARAMETER) ?? '')
  const [read, setRead] = useState<{ of: string; click: Click }>()
  const summary = pinned?.paths.find((path) => path.id === id)
  useEffect(() => {
    if (!summary) return
    let stale = false
    const show = (click: Click) => stale || setRead({ of: summary.id, click })
    command<PinnedView>(browser, { type: 'pinned-path', id: summary.id }).then(
      ({ path, sentence }) => show({ kind: 'path', path, sentence, live: false }),
      (error) => show({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      stale = true
    }
  }, [summary])
  const choose = (chosen: string) => {
    const address = new URL(location.href)
    if (chosen === '') address.searchParams.delete(PARAMETER)
    else address.searchParams.set(PARAMETER, chosen)
    history.replaceState(null, '', address)
    setId(chosen)
  }
  return [id, clickOf(), choose]

  function clickOf(): Click {
    if (id === '') return { kind: 'none' }
    if (pinned && !summary) return { kind: 'failed', why: 'The click that was chosen is pinned no more.' }
    // What was read of another click must fill nothing for this one.
    return read?.of === id ? read.click : { kind: 'loading' }
  }
}
