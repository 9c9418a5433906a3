import type { Explanation } from './explain.ts'
import { REFUSED } from './status-words.ts'

interface Phrase {
  /** Names the class, as the field does. */
  class: string
  pattern: RegExp
  tone: Explanation['tone']
  title: string
  next: string
}

/**
 * What receivers write when they say what they made of a postback. First match wins: every refusal comes before
 * "accepted", since an answer that says both was refused.
 * Source: phrases in the public documentation of TUNE, Affise, Everflow, Offer18, Trackier, Keitaro, Scaleo, TikTok and
 * others; the patterns are ours.
 */
export const PHRASES: readonly Phrase[] = [
  {
    class: 'unauthorized',
    pattern:
      /\b(?:access\s+denied|forbidden|unauthori[sz]ed|privacy\s+error)|invalid[_ ](?:security|auth|secure)[_ ]?(?:token|code)|(?:secure|security|auth)[_ ]?(?:code|token)\b.{0,20}(?:mismatch|invalid|not\s+valid)|\bip\b.{0,20}(?:denied|whitelist|not\s+allowed)/i,
    tone: 'error',
    ...REFUSED,
  },
  {
    class: 'duplicate',
    pattern:
      /duplicat(?:e[ds]?|ions?)?(?![a-z])(?!"?\s*[:=]\s*"?(?:false|no|0)\b)|\balready\s+(?:exists?|converted|recorded|tracked)|\bconversion\s+exists|multi(?:ple)?\s*conversions?\s+(?:(?:are|is)\s+)?not\s+allowed|due\s+to\s+multi/i,
    tone: 'warning',
    title: 'The receiver says it knows this conversion already',
    next: 'To count again it needs another transaction ID, or a new click.',
  },
  {
    class: 'stale',
    pattern: /\bclick\s+(?:has\s+|is\s+)?expir\w*|\bexpired\s+click|\blook-?back|\bsession\s+expired|\btoo\s+old\b/i,
    tone: 'error',
    title: 'The receiver says the click is too old',
    next: 'Make a new click and fire again. How long a click lives is set in the tracker.',
  },
  {
    class: 'parameter',
    pattern:
      /\b(?:missing|required|mandatory)\b.{0,40}\b(?:param\w*|click|cid|subid|id)\b|\bis\s+(?:missing|required)\b|^\s*empty\s*$|\b(?:goal|event|conversion\s+type)\s*(?:id|value)?\s*(?:not\s+found|unknown|invalid)|invalid[_ ](?:goal|event)/i,
    tone: 'error',
    title: 'The receiver says a parameter is missing or wrong',
    next: "Compare the URL with the tracker's own template, names and values.",
  },
  {
    class: 'invalid-click',
    pattern:
      /(?:invalid|incorrect|broken|bad|wrong|malformed)[_ -]*(?:click|trans(?:action)?\.?|sub|hit)[_ -]*(?:id)?|(?:click|sub)_?id.{0,12}(?:invalid|malformed)/i,
    tone: 'error',
    title: 'The receiver says the click ID is not valid',
    next: 'Check that it is the one this tracker issued, whole, and in the right parameter.',
  },
  {
    class: 'unmatched',
    pattern:
      /\b(?:click|sub_?id|cid|transaction|conversion|offer|campaign)[_ ]*(?:id)?\s*(?:was\s+|is\s+)?(?:not\s+found|unknown|does\s+not\s+exist)|\bunknown\s+(?:click|sub_?id|cid|transaction|offer|campaign)|no_session_id/i,
    tone: 'error',
    title: 'The receiver does not know this click',
    next: 'Fill it from the identifier that this very tracker issued, or make a new click.',
  },
  {
    class: 'rejected',
    pattern:
      /\bsuccess"?\s*[=:]\s*"?(?:false|0)\b|\bstatus"?\s*[=:]\s*"?(?:error|fail\w*|rejected|2\b)|\berr(?:or)?s?_?(?:msg|message)?"?\s*[=:]\s*"?(?!null|none|false|no\b|ok\b)[A-Za-z]|\bnot\s+(?:recorded|registered|accepted|pending)\b|\b(?:offer|campaign)\s+(?:is\s+)?(?:disabled|paused|inactive|not\s+active|expired)|\bcaps?\s+(?:reached|exceeded)|\bover\s+caps?\b|\bthrottl\w+|\brate\s+limit|\binternal\s+(?:server\s+)?error\b/i,
    tone: 'error',
    title: 'The receiver says it did not take it',
    next: 'Its answer says why, or its postback log.',
  },
  {
    class: 'test',
    pattern: /\btest\s*(?:mode|conversion|postback|event)\b|\btestmode\b|\bckm_?test\b/i,
    tone: 'warning',
    title: 'The receiver took it as a test',
    next: 'A test is not counted: look for it where the tracker shows its tests.',
  },
  {
    class: 'accepted-pending',
    pattern: /^\s*\{?\s*"?status"?\s*[:=]\s*"?1\b/i,
    tone: 'warning',
    title: 'The receiver says it got it, and decides later',
    next: 'Look in its log in a few minutes: it can still refuse.',
  },
  {
    class: 'accepted',
    pattern:
      /\bsuccess"?\s*[=:]\s*"?(?:true|1)\b|\bconversion\s+(?:recorded|accepted|tracked|registered)\b|"status"\s*:\s*"(?:success|ok|accepted)"|"code"\s*:\s*0\b|^\s*"?(?:ok|success|true|accepted)"?\s*[;.!]?\s*$/i,
    tone: 'ok',
    title: 'The receiver says it accepted it',
    next: 'That is its word: the conversion itself stands in its log, under this click ID.',
  },
]
