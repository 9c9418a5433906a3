/**
 * Names under which trackers and networks ask for "the click ID", without case, `_` and `-`.
 * Source: postback templates and click ID macros in the public documentation of Voluum, Binom, Keitaro, RedTrack,
 * ClickFlare, BeMob, PeerClick, FunnelFlux, Everflow, TUNE, CAKE, Affise, Scaleo, Trackier, Offer18, Taboola, MediaGo,
 * PropellerAds, Outbrain.
 */
const CLICK_ID_NAMES = new Set([
  'clickid',
  'cid',
  'clid',
  'subid',
  'externalid',
  'externalclickid',
  'affclickid',
  'transactionid',
  'eftransactionid',
  'tid',
  'trackingid',
  'visitorid',
  'postbackid',
  'hit',
  'hitid',
  'reqid',
  'cnvid',
  'cfclickid',
  'rtkcid',
  'irclickid',
])

/** A name as people mean it: `Click-ID`, `click_id` and `clickId` are one. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[_-]/g, '')

/** Whether a macro or parameter of this name asks for a click ID that belongs to no one platform. */
export const isClickIdName = (name: string): boolean => CLICK_ID_NAMES.has(plainName(name))
