import { verdictSentence } from '../findings/verdict-sentence.ts'
import type { ClickPath } from '../model/click-path.ts'
import type { Verdict } from '../model/finding.ts'

/** White text on these reaches a contrast of 4.5 to 1. */
const COLOURS: Record<Verdict, string> = { pass: '#1a7f37', warn: '#9a6700', fail: '#cf222e' }

/** What the toolbar button shows. */
export interface BadgeLook {
  text: string
  title: string
  colour: string
}

/** The number of hops, coloured by the verdict. A page that was simply opened, with nothing to follow, leaves it empty. */
export function badgeOf(path: ClickPath): BadgeLook {
  const plain = path.hops.length < 2 && path.identifiers.length === 0 && path.verdict === 'pass'
  return {
    text: plain ? '' : String(path.hops.length),
    title: plain ? 'Clickpath' : `Clickpath: ${verdictSentence(path)}`,
    colour: COLOURS[path.verdict],
  }
}
