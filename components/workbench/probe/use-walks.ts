import { useEffect, useState } from 'preact/hooks'
import { MAX_PROBE_VALUES, type ProbeView, type ProbeWalk } from '../../../lib/model/probe-walk.ts'
import type { Probe } from '../../../lib/postback/probe/make-probe.ts'
import type { WorkbenchProps } from '../workbench-props.ts'

export interface Walks {
  /** Newest first. */
  walks: ProbeWalk[]
  /** The one that is reported. */
  chosen: ProbeWalk | undefined
  choose(id: string): void
  paused: boolean
}

/** The recorded clicks on a probe's test link, as they go. The newest is reported, until another one is chosen. */
export function useWalks(probe: Probe, onWatchProbe: WorkbenchProps['onWatchProbe']): Walks {
  const [view, setView] = useState<ProbeView>()
  const [choice, setChoice] = useState({ id: '', newest: '' })
  const link = probe.url
  const values = probe.values.flatMap(({ traced, value }) => (traced ? [value] : [])).slice(0, MAX_PROBE_VALUES)
  useEffect(() => {
    setView(undefined)
    if (values.length > 0) return onWatchProbe({ link, values }, setView)
  }, [link])
  const walks = view?.walks ?? []
  const [newest] = walks
  // A newer click is what the person did last, whatever they had chosen before.
  const wanted = choice.newest === newest?.id ? walks.find(({ id }) => id === choice.id) : undefined
  return {
    walks,
    chosen: wanted ?? newest,
    choose: (id) => setChoice({ id, newest: newest?.id ?? '' }),
    paused: view?.paused ?? false,
  }
}
