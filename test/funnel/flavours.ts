import { type Answer, jsonAnswer, textAnswer } from './answer.ts'
import type { Reception } from './receiver.ts'

/** How one tracker or network tells what it made of a postback. */
type Flavour = Readonly<Record<Reception['result'], (clickId: string, ownText: string) => Answer>>

const PLAIN: Flavour = {
  accepted: () => textAnswer('OK'),
  duplicate: () => jsonAnswer({ status: 'duplicate', message: 'Duplicate conversion: click ID and txid are known' }),
  'unknown-click': (clickId) => jsonAnswer({ status: 'error', message: 'Click ID not found', clickid: clickId }, 404),
  'missing-click': () => jsonAnswer({ status: 'error', message: 'Missing parameter: click ID' }, 400),
  stale: () => jsonAnswer({ status: 'error', message: 'Click has expired' }, 410),
  unauthorised: () => jsonAnswer({ status: 'error', message: 'Invalid security token' }, 403),
}

const tuneRefuses = (reason: string) => textAnswer(`success=false; err_msg=${reason};`)
const affiseRefuses = (message: string) => jsonAnswer({ status: 2, message })
const reachRefuses = (error: string) => jsonAnswer({ status: 'error', error }, 400)
const phpAnswers = (code: number, message: string) => jsonAnswer({ code, message, data: null })

/**
 * Answers as trackers and networks give them, chosen by `?as=`. The phrases are documented by the vendors; where only
 * their log screens are documented (Affise Reach, Offer18, Trackier, Keitaro, Scaleo), the phrase is given as the body,
 * and the JSON around a phrase is ours. TUNE documents the form of its refusals, but no text for an old click or a wrong
 * token. Voluum documents no body at all, so its empty 200 is what a caller has to live with.
 */
export const FLAVOURS: Readonly<Record<string, Flavour>> = {
  default: PLAIN,
  voluum: same(textAnswer('')),
  tune: {
    accepted: () => textAnswer('success=true;'),
    duplicate: () => tuneRefuses('Duplicate conversion'),
    'unknown-click': (clickId) => tuneRefuses(`Invalid Trans. ID #${clickId}.`),
    'missing-click': () => tuneRefuses('Invalid Trans. ID #.'),
    stale: () => tuneRefuses('Click session expired'),
    unauthorised: () => tuneRefuses('Access denied'),
  },
  // Takes everything and judges later: status 1 means received, no more.
  affise: {
    ...same(jsonAnswer({ status: 1 })),
    'unknown-click': () => affiseRefuses('Broken clickid'),
    'missing-click': () => affiseRefuses('Missing mandatory parameter clickid/click_id or ref_id or aimp_id'),
    unauthorised: () => affiseRefuses('Access denied'),
  },
  'affise-reach': {
    accepted: () => jsonAnswer({ status: 'success' }),
    duplicate: () => reachRefuses('Conversion exists'),
    'unknown-click': () => reachRefuses('Click not found'),
    'missing-click': () => reachRefuses('Click ID is missing'),
    stale: () => reachRefuses('Click not found'),
    unauthorised: () => reachRefuses('Secure code is not valid'),
  },
  // 200 even on rejection; the reason stands only in its reports.
  everflow: same(textAnswer('')),
  keitaro: {
    accepted: (_, ownText) => textAnswer(ownText),
    duplicate: () => textAnswer('Conversion by pair "SubId + tid" already exists. Postback ignored'),
    'unknown-click': (clickId) => textAnswer(`SubId not found "${clickId}"`),
    'missing-click': () => textAnswer('Incorrect SubId'),
    stale: (clickId) => textAnswer(`SubId not found "${clickId}"`),
    unauthorised: () => textAnswer('', 404),
  },
  trackier: {
    accepted: () => textAnswer('SUCCESS'),
    duplicate: () => textAnswer('DUPLICATE_CLICK_ID'),
    'unknown-click': () => textAnswer('INVALID_CLICK_ID'),
    'missing-click': () => textAnswer('EMPTY'),
    stale: () => textAnswer('NO_SESSION_ID'),
    unauthorised: () => textAnswer('INVALID_SECURITY_TOKEN'),
  },
  offer18: {
    accepted: () => textAnswer('Conversion Recorded'),
    duplicate: () => textAnswer('Cleared due to Multi Conversion'),
    'unknown-click': (clickId) => textAnswer(`invalid transaction ${clickId}`),
    'missing-click': () => textAnswer('invalid transaction {tid}'),
    stale: () => textAnswer('Cleared due to click expiry'),
    unauthorised: () => textAnswer('auth_token mismatch'),
  },
  scaleo: {
    ...same(jsonAnswer({ status: 'error', code: 400, name: 'Bad Request' })),
    accepted: () => jsonAnswer({ status: 'success', code: 200, name: 'OK' }),
    duplicate: () =>
      jsonAnswer({ status: 'error', code: 400, name: 'Bad Request', message: 'Multiple Conversions are not Allowed' }),
  },
  // Seen in public code of trackers written in PHP: the failure stands in the body, under a 200.
  php: {
    ...same(phpAnswers(500, 'affid or offerid or subid is missing')),
    accepted: () => phpAnswers(200, 'success'),
    duplicate: () => phpAnswers(500, 'conversion already exists'),
  },
  taboola: {
    ...same({ status: 204 }),
    'unknown-click': () => textAnswer('', 400),
    'missing-click': () => textAnswer('', 400),
  },
}

function same(answer: Answer): Flavour {
  const give = () => answer
  return {
    accepted: give,
    duplicate: give,
    'unknown-click': give,
    'missing-click': give,
    stale: give,
    unauthorised: give,
  }
}

/**
 * @param ownText text the caller asked to get back on success (`return=` at Keitaro)
 */
export function answerInFlavour(name: string, { result, clickId }: Reception, ownText: string): Answer {
  const flavour = (Object.hasOwn(FLAVOURS, name) ? FLAVOURS[name] : undefined) ?? PLAIN
  return flavour[result](clickId, ownText)
}
