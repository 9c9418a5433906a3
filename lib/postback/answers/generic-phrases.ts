import type { AnswerClass } from '../../model/postback.ts'

/** A phrase by which receivers say what they made of a postback, whoever they are. */
export interface GenericPhrase {
  class: AnswerClass
  pattern: RegExp
}

/**
 * First match wins: every refusal comes before "accepted", since an answer that says both was refused.
 * Source: phrases in the public documentation of TUNE, Affise, Everflow, Offer18, Trackier, Keitaro, Scaleo, TikTok and
 * others; the patterns are ours.
 */
export const GENERIC_PHRASES: readonly GenericPhrase[] = [
  {
    class: 'unauthorized',
    pattern:
      /\b(?:access\s+denied|forbidden|unauthori[sz]ed|privacy\s+error)|invalid[_ ](?:security|auth|secure)[_ ]?(?:token|code)|(?:secure|security|auth)[_ ]?(?:code|token)\b.{0,20}(?:mismatch|invalid|not\s+valid)|\bip\b.{0,20}(?:denied|whitelist|not\s+allowed)/i,
  },
  {
    class: 'duplicate',
    pattern:
      /duplicat(?:e[ds]?|ions?)?(?![a-z])(?!"?\s*[:=]\s*"?(?:false|no|0)\b)|\balready\s+(?:exists?|converted|recorded|tracked)|\bconversion\s+exists|multi(?:ple)?\s*conversions?\s+(?:(?:are|is)\s+)?not\s+allowed|due\s+to\s+multi/i,
  },
  {
    class: 'stale',
    pattern: /\bclick\s+(?:has\s+|is\s+)?expir\w*|\bexpired\s+click|\blook-?back|\bsession\s+expired|\btoo\s+old\b/i,
  },
  {
    class: 'missing-parameter',
    pattern:
      /\b(?:missing|required|mandatory)\b.{0,40}\b(?:param\w*|click|cid|subid|id)\b|\bis\s+(?:missing|required)\b|^\s*empty\s*$/i,
  },
  {
    class: 'invalid-event',
    pattern:
      /\b(?:goal|event|conversion\s+type)\s*(?:id|value)?\s*(?:not\s+found|unknown|invalid)|invalid[_ ](?:goal|event)/i,
  },
  {
    class: 'invalid-click',
    pattern:
      /(?:invalid|incorrect|broken|bad|wrong|malformed)[_ -]*(?:click|trans(?:action)?\.?|sub|hit)[_ -]*(?:id)?|(?:click|sub)_?id.{0,12}(?:invalid|malformed)/i,
  },
  {
    class: 'unmatched',
    pattern:
      /\b(?:click|sub_?id|cid|transaction|conversion|offer|campaign)[_ ]*(?:id)?\s*(?:was\s+|is\s+)?(?:not\s+found|unknown|does\s+not\s+exist)|\bunknown\s+(?:click|sub_?id|cid|transaction|offer|campaign)|no_session_id/i,
  },
  {
    class: 'offer-inactive',
    pattern: /\b(?:offer|campaign)\s+(?:is\s+)?(?:disabled|paused|inactive|not\s+active|expired)/i,
  },
  { class: 'capped', pattern: /\bcap(?:s|ped)?\s+(?:reached|exceeded)|\bover\s+caps?\b/i },
  { class: 'throttled', pattern: /\bthrottl\w+|\brate\s+limit/i },
  { class: 'not-updatable', pattern: /\bconversion\s+status\s+is\s+not\s+pending|\bnot\s+pending\b/i },
  {
    class: 'unreplaced-macro',
    pattern:
      /[{[#<]{1,2}\s?(?:click_?id|sub_?id|cid|tid|reqid|transaction_id)\s?[}\]#>]{1,2}|[=:"' ](?:REPLACE|OPTIONAL|REQUIRED)(?=["'&; ]|$)/,
  },
  { class: 'server-error', pattern: /\binternal\s+(?:server\s+)?error\b/i },
  {
    class: 'rejected',
    pattern:
      /\bsuccess"?\s*[=:]\s*"?(?:false|0)\b|\bstatus"?\s*[=:]\s*"?(?:error|fail\w*|rejected|2\b)|\berr(?:or)?s?_?(?:msg|message)?"?\s*[=:]\s*"?(?!null|none|false|no\b|ok\b)[A-Za-z]|\bnot\s+(?:recorded|registered|accepted)\b/i,
  },
  { class: 'test', pattern: /\btest\s*(?:mode|conversion|postback|event)\b|\btestmode\b|\bckm_?test\b/i },
  { class: 'accepted-pending', pattern: /^\s*\{?\s*"?status"?\s*[:=]\s*"?1\b/i },
  {
    class: 'accepted',
    pattern:
      /\bsuccess"?\s*[=:]\s*"?(?:true|1)\b|\bconversion\s+(?:recorded|accepted|tracked|registered)\b|"status"\s*:\s*"(?:success|ok|accepted)"|"code"\s*:\s*0\b|^\s*"?(?:ok|success|true|accepted)"?\s*[;.!]?\s*$/i,
  },
]
