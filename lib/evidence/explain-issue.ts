import type * as z from 'zod/mini'

/** What a check of untrusted data found, with its place: `paths[0].hops[2].url must be a string.` */
export function explainIssue(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'This is no evidence document.'
  const place = issue.path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
  if (issue.code === 'invalid_type') return `${place} must be ${article(issue.expected)}.`
  if (issue.code === 'invalid_value') return `${place} must be one of ${issue.values.map(String).join(', ')}.`
  return `${place} is not valid.`
}

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
