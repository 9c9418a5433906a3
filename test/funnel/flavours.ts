import { type Answer, jsonAnswer, textAnswer } from './answer.ts'
import type { Reception } from './receiver.ts'

/** How one tracker or network tells what it made of a postback. */
type Flavour = Readonly<Record<Reception['result'], (clickId: string, ownText: string) => Answer>>

const PLAIN: Flavour = {
  accepted: () => textAnswer('OK'),
  duplicate: () => jsonAnswer({ status: 'duplicate', message: 'Duplicate conversion: click ID and txid are known' }),
  'unknown-click': (clickId) => jsonAnswer({ status: 'error', message: 'Click ID not found', clickid: clickId }, 404),
  'missing-click': () => jsonAnswer({ status: 'error', message: 'Missing parameter: click ID' }, 400),
}

/**
 * Answers as trackers give them, chosen by `?as=`. The phrases are documented by the vendors; where only the log screen
 * is documented (Trackier, Keitaro), the phrase is given as the body. Voluum documents no body at all, so its empty 200
 * is what a caller has to live with.
 */
export const FLAVOURS: Readonly<Record<string, Flavour>> = {
  default: PLAIN,
  voluum: same(textAnswer('')),
  tune: {
    accepted: () => textAnswer('success=true;'),
    duplicate: () => textAnswer('success=false; err_msg=Duplicate conversion;'),
    'unknown-click': (clickId) => textAnswer(`success=false; err_msg=Invalid Trans. ID #${clickId}.;`),
    'missing-click': () => textAnswer('success=false; err_msg=Invalid Trans. ID #.;'),
  },
  // Takes everything and judges later: status 1 means received, no more.
  affise: { ...same(jsonAnswer({ status: 1 })), 'missing-click': () => jsonAnswer({ status: 2 }) },
  // 200 even on rejection; the reason stands only in its reports.
  everflow: same(textAnswer('')),
  keitaro: {
    accepted: (_, ownText) => textAnswer(ownText),
    duplicate: () => textAnswer('Conversion by pair "SubId + tid" already exists. Postback ignored'),
    'unknown-click': (clickId) => textAnswer(`SubId not found "${clickId}"`),
    'missing-click': () => textAnswer('Incorrect SubId'),
  },
  trackier: {
    accepted: () => textAnswer('OK'),
    duplicate: () => textAnswer('DUPLICATE_CLICK_ID'),
    'unknown-click': () => textAnswer('INVALID_CLICK_ID'),
    'missing-click': () => textAnswer('EMPTY'),
  },
  taboola: {
    ...same({ status: 204 }),
    'unknown-click': () => textAnswer('', 400),
    'missing-click': () => textAnswer('', 400),
  },
}

function same(answer: Answer): Flavour {
  const give = () => answer
  return { accepted: give, duplicate: give, 'unknown-click': give, 'missing-click': give }
}

/**
 * @param ownText text the caller asked to get back on success (`return=` at Keitaro)
 */
export function answerInFlavour(name: string, { result, clickId }: Reception, ownText: string): Answer {
  const flavour = (Object.hasOwn(FLAVOURS, name) ? FLAVOURS[name] : undefined) ?? PLAIN
  return flavour[result](clickId, ownText)
}
