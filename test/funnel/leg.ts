import { type Answer, htmlAnswer, redirectAnswer } from './answer.ts'
import type { Context } from './context.ts'
import { type LandingPage, landingPage } from './hosts/landing.ts'
import { offerPage } from './hosts/offer.ts'
import { brokenPage, formPage, metaRefreshPage, scriptPage, waitingPage } from './hosts/passage.ts'
import { OFFER } from './hosts.ts'
import { fieldsOf, passOn } from './query.ts'
import type { RecordedRequest } from './request-log.ts'
import type { Leg, Scenario, Way } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'

/** A leg and the scenario it belongs to. */
export type LegPlace = { scenario: Scenario; leg: Leg; index: number }

const PLACES: ReadonlyMap<string, LegPlace> = new Map(
  SCENARIOS.flatMap((scenario) =>
    scenario.legs.map((leg, index) => [leg.host + leg.path, { scenario, leg, index }] as const),
  ),
)

export const findLeg = (host: string, path: string): LegPlace | undefined => PLACES.get(host + path)

/** Where a leg leads: origin and path, and the query that it hands on. */
export type Next = { target: string; query: string }

const joined = ({ target, query }: Next): string => (query === '' ? target : `${target}?${query}`)

export function answerLeg(place: LegPlace, request: RecordedRequest, context: Context): Answer {
  const { scenario, leg, index } = place
  const next = scenario.legs[leg.to ?? index + 1]
  if (!leg.way || (!next && leg.way.by !== 'failure')) return endPage(place, request, context)
  const query = passOn(received(request), leg.pass ?? {}, context.clicks.issue)
  return answerWay(leg.way, place, request, {
    target: next ? context.origin(next.host) + next.path : '',
    query,
  })
}

/** Query and urlencoded body: a hop that was posted to hands on what the form held. */
const received = ({ query, body }: RecordedRequest): string => [query, body].filter((part) => part !== '').join('&')

function endPage({ scenario, leg }: LegPlace, request: RecordedRequest, context: Context): Answer {
  if (leg.host === OFFER) return htmlAnswer(offerPage(request, context))
  return htmlAnswer(landingPage(landing(scenario, leg, request)))
}

function answerWay(way: Way, { scenario, leg }: LegPlace, request: RecordedRequest, next: Next): Answer {
  switch (way.by) {
    case 'redirect':
      return redirectAnswer(locationOf(way, next), way.status)
    case 'refresh-header':
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', refresh: `${way.seconds};url=${joined(next)}` },
        body: waitingPage(),
      }
    case 'meta-refresh':
      return htmlAnswer(metaRefreshPage(way.seconds, joined(next)))
    case 'script':
      return htmlAnswer(scriptPage(way, joined(next)))
    case 'failure':
      return htmlAnswer(brokenPage(way.status), way.status)
    case 'form': {
      const form = formOf(way, next)
      if (way.submits) return htmlAnswer(formPage(form))
      return htmlAnswer(landingPage({ ...landing(scenario, leg, request), action: { by: 'form', form } }))
    }
    case 'link':
    case 'window.open':
      return htmlAnswer(
        landingPage({ ...landing(scenario, leg, request), action: { by: 'way', way, url: joined(next) } }),
      )
  }
}

/** The `Location` header in the spelling that the row asks for. The relative one needs both legs on one host. */
function locationOf(way: Extract<Way, { by: 'redirect' }>, next: Next): string {
  const url = joined(next) + (way.fragment ? `#${way.fragment}` : '')
  if (way.spelling === 'relative') return url.replace(/^https?:\/\/[^/]+\//, '../')
  return way.spelling === 'protocol-relative' ? url.replace(/^https?:/, '') : url
}

function formOf(way: Extract<Way, { by: 'form' }>, next: Next) {
  const inAction = way.idsIn === 'action'
  return {
    method: way.method,
    action: inAction ? joined(next) : next.target,
    fields: inAction ? ([['plan', 'basic']] as [string, string][]) : fieldsOf(next.query),
  }
}

function landing({ title }: Scenario, leg: Leg, request: RecordedRequest): LandingPage {
  const { address, anchor } = leg
  return {
    title,
    fields: fieldsOf(received(request)),
    ...(address && {
      address: { call: address.call, url: `${request.path}?${passOn(request.query, address.pass, () => '')}` },
    }),
    ...(anchor && { anchor }),
  }
}
