import * as z from 'zod/mini'
import { PostbackAttempt, PostbackTemplate } from '../model/postback.ts'
import { POSTBACK_TIMEOUT_MS } from './send-postback.ts'
import type { Store } from './store.ts'

/** Time for a worker to write down what came of an attempt that timed out. */
const SLACK_MS = 2_000

const TEMPLATES_KEY = 'templates'
const ATTEMPT_PREFIX = 'attempt:'

/** Whether a storage key holds something of postbacks. */
export function isPostbackKey(key: string): boolean {
  return key === TEMPLATES_KEY || key.startsWith(ATTEMPT_PREFIX)
}

/** The templates kept, in the user's order; what cannot be read is left out. */
export function templatesIn(items: Record<string, unknown>): PostbackTemplate[] {
  const list = z.array(z.unknown()).safeParse(items[TEMPLATES_KEY])
  return (list.data ?? []).flatMap((item) => PostbackTemplate.safeParse(item).data ?? [])
}

/**
 * The attempts kept, newest first; what cannot be read is left out.
 *
 * @param now ms since the epoch; an attempt that should long be over lost its worker, and is told as interrupted
 */
export function attemptsIn(items: Record<string, unknown>, now: number): PostbackAttempt[] {
  return Object.entries(items)
    .flatMap(([key, item]) => (key.startsWith(ATTEMPT_PREFIX) ? (PostbackAttempt.safeParse(item).data ?? []) : []))
    .map((attempt) => (isAbandoned(attempt, now) ? { ...attempt, failure: INTERRUPTED } : attempt))
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

const INTERRUPTED: PostbackAttempt['failure'] = {
  kind: 'interrupted',
  message: 'The browser stopped the extension before an answer was in.',
}

function isAbandoned({ startedAt, durationMs, failure, response }: PostbackAttempt, now: number): boolean {
  if (durationMs !== null || failure || response) return false
  return now - Date.parse(startedAt) > POSTBACK_TIMEOUT_MS + SLACK_MS
}

/** Adds a template, or replaces the one with its id. */
export async function saveTemplate(store: Store, template: PostbackTemplate): Promise<void> {
  const templates = templatesIn(await store.get(TEMPLATES_KEY))
  const at = templates.findIndex((known) => known.id === template.id)
  if (at < 0) templates.push(template)
  else templates[at] = template
  await store.set({ [TEMPLATES_KEY]: templates })
}

export async function deleteTemplate(store: Store, id: string): Promise<void> {
  const templates = templatesIn(await store.get(TEMPLATES_KEY))
  await store.set({ [TEMPLATES_KEY]: templates.filter((template) => template.id !== id) })
}

export async function saveAttempt(store: Store, attempt: PostbackAttempt): Promise<void> {
  await store.set({ [ATTEMPT_PREFIX + attempt.id]: attempt })
}

/** Whether an attempt of this id was already begun. */
export async function hasAttempt(store: Store, id: string): Promise<boolean> {
  const key = ATTEMPT_PREFIX + id
  return key in (await store.get(key))
}
