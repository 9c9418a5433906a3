import { type Answer, htmlAnswer, redirectAnswer } from './answer.ts'
import { answerChain } from './chain.ts'
import type { Context } from './context.ts'
import { answerGraph } from './graph/answer-graph.ts'
import { adPage } from './hosts/ads.ts'
import { keepingOf, keepingPage } from './hosts/keeping.ts'
import { landingPage } from './hosts/landing.ts'
import { offerPage } from './hosts/offer.ts'
import { answerPostback } from './hosts/postback.ts'
import { ADS, GRAPH, LANDING, OFFER, POSTBACK, TRACKER } from './hosts.ts'
import { answerLeg, findLeg } from './leg.ts'
import { html, page } from './page.ts'
import type { RecordedRequest } from './request-log.ts'

/** What the funnel answers to a request. Never throws on what a stranger sends. */
export function route(request: RecordedRequest, context: Context): Answer {
  const { host, path, query } = request
  if (host === TRACKER) context.clicks.see(query)
  if (host === POSTBACK) return answerPostback(request, context)
  if (host === GRAPH) return answerGraph(request, new Date())
  if (host === ADS && path === '/') return htmlAnswer(adPage(context))
  const place = findLeg(host, path)
  if (place) return answerLeg(place, request, context)
  const chain = answerChain(request, context)
  if (chain) return chain
  if (host === OFFER) return htmlAnswer(offerPage(request, context))
  const keeping = host === LANDING ? keepingOf(path) : undefined
  if (keeping) return htmlAnswer(keepingPage(keeping, request, context))
  if (host === LANDING && path === '/') return htmlAnswer(landingPage({ title: 'Landing page', fields: [] }))
  if (path === '/' && (host === 'localhost' || host === '127.0.0.1')) return redirectAnswer(`${context.origin(ADS)}/`)
  return htmlAnswer(notFoundPage(host, path), 404)
}

const notFoundPage = (host: string, path: string): string =>
  page(
    'Not found',
    html`<main class="narrow"><h1>Not found</h1><p>Nothing lies at <code>${host}${path}</code> in the demo funnel.</p></main>`,
  )
