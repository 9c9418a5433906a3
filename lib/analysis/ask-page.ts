import { carriesIdentifier } from '../identifiers/carries.ts'
import { CLIENT_STORAGE } from '../identifiers/client-storage.ts'
import { sameSite } from '../identifiers/site.ts'
import { lastDocument } from '../identifiers/trail.ts'
import type { PageInspected } from '../model/capture-event.ts'
import type { RecordedPath } from '../model/click-path.ts'
import type { Shelf } from '../model/landing.ts'
import type { PageAnswer, PageQuestion } from '../model/page-question.ts'
import { identifyingFields } from '../recording/form-body.ts'
import { type Recording, tabOf } from '../recording/recording.ts'
import { withoutLogin } from '../recording/without-login.ts'

/** A question, and the tab whose page it is for. */
export interface Asked {
  tabId: number
  question: PageQuestion
}

const namesOf = (shelf: Shelf): string[] =>
  CLIENT_STORAGE.filter(({ where }) => where === shelf).map(({ name }) => name)

const QUESTION: PageQuestion = {
  type: 'inspect-page',
  names: {
    cookie: namesOf('cookie'),
    localStorage: namesOf('localStorage'),
    sessionStorage: namesOf('sessionStorage'),
  },
}

/** What to ask of a path's last document. A page that no identifier led to is not asked anything. */
export function questionFor(path: RecordedPath | undefined): Asked | undefined {
  const last = path?.hops[lastDocument(path.hops)]
  if (!path || !last || !path.hops.some(({ url, body }) => carriesIdentifier(url, body))) return undefined
  return { tabId: last.tabId, question: QUESTION }
}

/**
 * A page's answer as a fact to record: only links to another site, without name and password, and of a form only the
 * fields that name identifiers.
 */
export function pageFact(recording: Recording, tabId: number, answer: PageAnswer, time: number): PageInspected {
  const tab = tabOf(recording, tabId)
  const links = answer.links
    .filter(({ url }) => !sameSite(url, answer.url))
    .map(({ body, ...link }) => {
      const kept = body === undefined ? '' : identifyingFields(body, tab, link.url)
      return { ...link, url: withoutLogin(link.url), ...(kept !== '' && { body: kept }) }
    })
  return { type: 'page-inspected', tabId, time, ...answer, url: withoutLogin(answer.url), links }
}
