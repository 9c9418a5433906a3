import { APPS } from './cases/apps.ts'
import { BEGUN } from './cases/begun.ts'
import type { Case } from './cases/case.ts'
import { EVIDENCE } from './cases/evidence.ts'
import { NO_DOCUMENT } from './cases/no-document.ts'
import { REDIRECT_CASES } from './cases/redirects.ts'
import { REWRITES } from './cases/rewrites.ts'
import { SCRIPTS } from './cases/scripts.ts'
import { SERVICE_WORKERS } from './cases/service-workers.ts'
import { SPECULATION } from './cases/speculation.ts'
import { TABS_AND_FRAMES } from './cases/tabs-and-frames.ts'

export type { Case }

/** Walks that the demo funnel does not have. */
export const CASES: readonly Case[] = [
  ...BEGUN,
  ...EVIDENCE,
  ...SCRIPTS,
  ...NO_DOCUMENT,
  ...APPS,
  ...TABS_AND_FRAMES,
  ...REDIRECT_CASES,
  ...REWRITES,
  ...SPECULATION,
  ...SERVICE_WORKERS,
]
