import type { AnswerClass } from '../../model/postback.ts'

export interface ClassWords {
  tone: 'ok' | 'warning' | 'error'
  title: string
  /** What to do now. */
  next: string
}

/** What a receiver's word means, as a media buyer says it. The classes that no phrase decides have words of their own. */
export const CLASS_WORDS: Readonly<Record<Exclude<AnswerClass, 'no-answer' | 'inconclusive'>, ClassWords>> = {
  accepted: {
    tone: 'ok',
    title: 'The receiver says it accepted it',
    next: 'That is its word: the conversion itself stands in its log, under this click ID.',
  },
  'accepted-pending': {
    tone: 'warning',
    title: 'The receiver says it got it, and decides later',
    next: 'Look in its log in a few minutes: it can still refuse.',
  },
  test: {
    tone: 'warning',
    title: 'The receiver took it as a test',
    next: 'A test is not counted: look for it where the tracker shows its tests.',
  },
  duplicate: {
    tone: 'warning',
    title: 'The receiver says it knows this conversion already',
    next: 'To count again it needs another transaction ID, or a new click.',
  },
  stale: {
    tone: 'error',
    title: 'The receiver says the click is too old',
    next: 'Make a new click and fire again. How long a click lives is set in the tracker.',
  },
  'invalid-click': {
    tone: 'error',
    title: 'The receiver says the click ID is not valid',
    next: 'Check that it is the one this tracker issued, whole, and in the right parameter.',
  },
  unmatched: {
    tone: 'error',
    title: 'The receiver does not know this click',
    next: 'Fill it from the identifier that this very tracker issued, or make a new click.',
  },
  'missing-parameter': {
    tone: 'error',
    title: 'The receiver says a parameter is missing',
    next: "Compare the URL with the tracker's own template, names and values.",
  },
  'invalid-event': {
    tone: 'error',
    title: 'The receiver does not know this goal or event',
    next: 'Copy its name or number from the offer in the tracker: many take it in one spelling only.',
  },
  unauthorized: {
    tone: 'error',
    title: 'The receiver refused access',
    next: 'Check the token, key or secure code in the URL, and whether your IP address has to be on a list there.',
  },
  'offer-inactive': {
    tone: 'error',
    title: 'The receiver says the offer or campaign is not active',
    next: 'Switch it on there, or test with one that runs.',
  },
  capped: {
    tone: 'error',
    title: 'The receiver says the cap is reached',
    next: 'Raise the cap of the offer, or wait until it begins anew.',
  },
  throttled: {
    tone: 'error',
    title: 'Too many requests for the receiver',
    next: 'Wait a minute.',
  },
  'not-updatable': {
    tone: 'error',
    title: 'The receiver does not change this conversion any more',
    next: 'Only one that is pending there can change its status: make a new click, or have it set by hand.',
  },
  'unreplaced-macro': {
    tone: 'error',
    title: 'The receiver got a macro where a value belongs',
    next: 'Its answer repeats the macro: fill it before the postback is sent.',
  },
  'bad-request': {
    tone: 'error',
    title: 'The receiver did not understand it',
    next: "Compare the parameters and their values with the tracker's own template.",
  },
  rejected: {
    tone: 'error',
    title: 'The receiver says it did not take it',
    next: 'Its answer says why, or its postback log.',
  },
  'server-error': {
    tone: 'error',
    title: 'The receiver failed with an error of its own',
    next: 'Fire again in a few minutes. If it stays, send its support the URL, the status and the time.',
  },
}
