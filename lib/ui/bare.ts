import type { ClickPath } from '../model/click-path.ts'

/** Whether a click broke no rule only for want of anything to follow: to call that a pass would be a false comfort. */
export const isBare = ({ verdict, identifiers }: Pick<ClickPath, 'verdict' | 'identifiers'>): boolean =>
  verdict === 'pass' && !identifiers.some(({ kind }) => kind.endsWith('-id'))
