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
      /\b(?:access\s+denied|permission\s+denied|forbidden|unauthori[sz]ed|privacy\s+error|authentication\s+(?:failed|required))|\b(?:invalid|wrong|bad|incorrect)[_ -](?:(?:access|api|auth|security|secure)[_ -]?)?(?:token|signature|hash|secret)\b|\b(?:invalid|wrong|bad|incorrect)[_ -](?:access|api|auth|security|secure)[_ -]?(?:key|code)\b|\b(?:token|signature|(?:secure|security|auth|api)[_ ]?(?:code|token|key))\b.{0,20}(?:mismatch|invalid|not\s+valid)|\bip\b.{0,20}(?:denied|whitelist|not\s+allowed)/i,
  },
  {
    class: 'duplicate',
    pattern:
      /(?<!\b(?:0|no|not|not\s+an?|non)[\s-]{1,3})duplicat(?:e[ds]?|ions?)?(?![a-z])(?!"?\s*[:=>]\s*"?(?:false|no|null|none|0)\b)|\balready\s+(?:exists?|converted|recorded|tracked|registered|processed|received|reported)|\bconversion\s+exists|multi(?:ple)?\s*conversions?\s+(?:(?:are|is)\s+)?not\s+allowed|due\s+to\s+multi/i,
  },
  {
    class: 'stale',
    pattern:
      /\bclick\s+(?:has\s+|is\s+)?expir\w*|\bexpired\s+click|\blook-?back|\bsession\s+expired|\btoo\s+old\b|\bwindow\s+(?:has\s+)?expired|\boutside\s+(?:of\s+)?(?:the\s+)?(?:attribution|conversion)\s+window/i,
  },
  {
    class: 'missing-parameter',
    pattern:
      /\b(?:missing|required|mandatory)\b.{0,40}\b(?:param\w*|click|cid|subid|id)\b|\bis\s+(?:missing|required)\b|^\s*empty\s*$|\b(?:no|empty)\s+(?:click|sub|transaction)[_ ]?id\b(?!\s+found)|\b(?:click|sub|transaction)[_ ]?id\s+(?:param\w*\s+)?(?:(?:is|was)\s+)?(?:empty|cannot\s+be\s+empty|not\s+(?:specified|provided|given|set))\b/i,
  },
  {
    class: 'invalid-event',
    pattern:
      /\b(?:goal|event|conversion\s+type)\s*(?:id|value)?\s*(?:not\s+found|unknown|invalid)|(?:invalid|unknown|unsupported)[_ ](?:goal|event)/i,
  },
  {
    class: 'invalid-click',
    pattern:
      /(?:invalid|incorrect|broken|bad|wrong|malformed)[_ -]*(?:click|trans(?:action)?\.?|sub|hit|cid\b)[_ -]*(?:id)?|(?:(?:click|sub)[_ ]?id|\bcid\b).{0,12}(?:invalid|malformed|not\s+valid)(?!"?\s*[:=>]\s*"?(?:false|no|null|0)\b)|\bnot\s+a\s+valid\s+(?:click|sub)/i,
  },
  {
    class: 'unmatched',
    // With the ID between, as `Click "x" not found`; the page of a server that has no such path says it of a URL.
    pattern:
      /(?<![\w/])(?:click|sub_?id|cid|transaction|conversion|offer|campaign|visit|session)[_ ]*(?:id)?(?:[_\s]*(?:was\s+|is\s+)?(?:not[_ ]found|unknown|does\s?(?:not|n['’]t)\s+exist)|[^.;{}<>]{1,60}\bnot\s+found)(?!\s+on\s+this\s+server)|\bunknown\s+(?:click|sub_?id|cid|transaction|offer|campaign)|\bno\s+(?:such\s+|matching\s+)(?:click|visit|session)|\bno\s+click\s+(?:id\s+)?found|(?:could\s+not|unable\s+to|cannot|can['’]t)\s+find\s+(?:the\s+|an?\s+)?(?:click|visit|session|transaction|sub)|no_session_id/i,
  },
  {
    class: 'offer-inactive',
    pattern:
      /\b(?:offer|campaign)\s+(?:is\s+|has\s+|was\s+|been\s+){0,2}(?:disabled|paused|inactive|not\s+active|expired|stopped|ended)/i,
  },
  {
    class: 'capped',
    pattern: /\bcap(?:s|ped)?\s+(?:(?:is|was|has\s+been)\s+)?(?:reached|exceeded)|\bover\s+caps?\b/i,
  },
  { class: 'throttled', pattern: /\bthrottl\w+|\brate\s+limit|\btoo\s+many\s+requests/i },
  { class: 'not-updatable', pattern: /\bconversion\s+status\s+is\s+not\s+pending|\bnot\s+pending\b/i },
  {
    class: 'unreplaced-macro',
    pattern:
      /[{[#<]{1,2}\s?(?:click_?id|sub_?id|cid|tid|reqid|transaction_id)\s?[}\]#>]{1,2}|[=:"' ](?:REPLACE|OPTIONAL|REQUIRED)(?=["'&; ]|$)/,
  },
  {
    class: 'server-error',
    pattern: /\binternal\s+(?:server\s+)?error\b|\bservice\s+(?:temporarily\s+)?unavailable\b/i,
  },
  {
    class: 'rejected',
    pattern:
      /\b(?:success|accepted)"?\s*[=:>]\s*"?(?:false|0)\b|\b(?:status|result|response)"?\s*[=:>]\s*"?(?:error|fail\w*|rejected|false)\b|\bstatus"?\s*[=:>]\s*"?2\b|\berr(?:or)?s?_?(?:msg|message)?"?\s*[=:>]\s*"?(?!null|none|false|no\b|ok\b)[A-Za-z]|"errors?"\s*:\s*(?:[1-9]|\{\s*"|\[\s*["{])|\bnot\s+(?:be\s+)?(?:recorded|registered|accepted|tracked)\b|\brequested\s+url\s+was\s+rejected\b|^\s*"?(?:error|fail(?:ed|ure)?|false|ko|rejected)"?\s*[;.!]?\s*$/i,
  },
  {
    class: 'test',
    pattern: /\btest\s*(?:mode|conversion|postback|event)\b|\btestmode\b|\bckm_?test\b|"test"\s*:\s*"?(?:true|1)\b/i,
  },
  { class: 'accepted-pending', pattern: /^\s*\{?\s*"?status"?\s*[:=]\s*"?1\b/i },
  {
    class: 'accepted',
    // What tells how a server fares, beside its uptime, is no word on a conversion.
    pattern:
      /\b(?:success|accepted)"?\s*[=:>]\s*"?(?:true|1)\b|\bconversion\s+(?:(?:was|has\s+been)\s+)?(?:successfully\s+)?(?:recorded|accepted|tracked|registered|saved|added)\b(?!"?\s*[:=>]\s*"?(?:false|no|null|0)\b)|\b(?:postback|lead)\s+accepted\b|(?<!"(?:uptime|checks)"[\s\S]{0,300})"(?:(?:status|result)"\s*:\s*"ok|(?:status|result|message|msg|response)"\s*:\s*"(?:success|accepted))"(?![\s\S]{0,300}"(?:uptime|checks)")|<(status|result|message|response)\b[^<>]{0,60}>\s*(?:success|ok|accepted)\s*<\/\1>|^\s*(?:status|result)=(?:success|ok|accepted)\b|"code"\s*:\s*0\b|^\s*"?(?:ok|success|true|accepted)"?\s*[;.!]?\s*$/i,
  },
]
