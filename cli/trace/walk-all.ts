import { judge } from '../../lib/findings/judge.ts'
import type { ClickPath } from '../../lib/model/click-path.ts'
import type { Funnel } from '../../lib/model/funnel.ts'
import type { BrowserSession } from '../browsers/session.ts'
import { checkExpectation } from '../funnels/check-expectation.ts'
import { EXIT } from '../trouble.ts'
import { type WalkOptions, walkFunnel } from '../walk/walk-funnel.ts'
import type { Subject } from './subject.ts'

/** What came of walking a list of funnels. */
export interface Walked {
  paths: ClickPath[]
  /** What did not go as it should, in words. */
  complaints: string[]
  exit: number
}

/** A funnel, and what its path is called: a bare URL has no name. */
export interface ToWalk {
  funnel: Funnel
  name?: string
  /** Where a line of the funnel stands in its file, such as `expect.finalHost`. */
  placeOf(line: string): string
}

/** The funnels of a file, or the one that a bare URL is. */
export function toWalk(subject: Exclude<Subject, { kind: 'evidence' }>): ToWalk[] {
  if (subject.kind === 'url') return [{ funnel: { name: subject.url, url: subject.url }, placeOf: (line) => line }]
  const { funnels, placeOf } = subject.funnels
  return funnels.map((funnel, index) => ({
    funnel,
    name: funnel.name,
    placeOf: (line) => placeOf(`funnels[${index}].${line}`),
  }))
}

/** Walks funnels one after the other in one browser, judges their paths and compares them with what is expected. */
export async function walkAll(
  session: BrowserSession,
  funnels: readonly ToWalk[],
  options: WalkOptions,
): Promise<Walked> {
  const walked: Walked = { paths: [], complaints: [], exit: EXIT.done }
  const complain = (message: string, exit: number) => {
    walked.complaints.push(message)
    // An expectation that fails says more than a funnel that could not be walked.
    if (walked.exit !== EXIT.failed) walked.exit = exit
  }
  for (const { funnel, name, placeOf } of funnels) {
    options.say(`${session.version()}: ${name ?? funnel.url}`)
    const { tab, path, stopped, complaint } = await walkFunnel(session, funnel, options)
    await tab.close()
    const label = name === undefined ? funnel.url : `funnel "${name}"`
    if (stopped) {
      complain(
        `${placeOf(`steps[${stopped.step - 1}].click`)}: ${label}, step ${stopped.step}: ${stopped.message}`,
        EXIT.failed,
      )
    }
    if (!path) {
      complain(
        `${label}: nothing was recorded${complaint ? ` (${complaint})` : ''}`,
        funnel.expect ? EXIT.failed : EXIT.trouble,
      )
      continue
    }
    const judged = judge(name === undefined ? path : { ...path, name })
    walked.paths.push(judged)
    for (const { line, message } of checkExpectation(funnel.expect ?? {}, judged)) {
      complain(`${placeOf(line)}: ${label}: ${message}`, EXIT.failed)
    }
  }
  return walked
}
