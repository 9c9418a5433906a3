/** How long a click may take to convert, by the kind of campaign. */
export interface Lifespan {
  campaign: string
  days: number
}

/**
 * Spans to choose from for an endpoint. They are ours, for want of a public source: what counts is the span that the
 * network has set for the offer, and its offer page says.
 */
export const LIFESPANS: readonly Lifespan[] = [
  { campaign: 'App install, sweepstakes, e-mail submit', days: 7 },
  { campaign: 'Lead form, quote', days: 14 },
  { campaign: 'Shop, cash on delivery, one sale', days: 30 },
  { campaign: 'Trial that turns into a subscription', days: 45 },
  { campaign: 'Insurance, travel, credit', days: 60 },
  { campaign: 'First deposit (gaming, trading)', days: 90 },
  { campaign: 'Course, software for companies, high price', days: 120 },
]
