import type { Tab } from '../../../cli/browsers/session.ts'
import type { CaseWay } from './case.ts'
import type { CaseServer } from './serve-case.ts'

/** How a case is walked in a tab. */
export const wayOf = ({ port, asked, close }: CaseServer, tab: Tab, rest: CaseWay['rest']): CaseWay => ({
  tab,
  url: (page) => `http://${page.replace('/', `:${port}/`)}`,
  port,
  asked,
  close,
  rest,
})
