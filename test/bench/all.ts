import { analysis } from './analysis.ts'
import { attempts } from './attempts.ts'
import type { Bench } from './bench.ts'
import { bytes } from './bytes.ts'
import { death } from './death.ts'
import { overhead } from './overhead.ts'
import { popup } from './popup.ts'
import { recording } from './recording.ts'
import { verdict } from './verdict.ts'
import { wake } from './wake.ts'

/** Every benchmark, in the order in which they run: the quick ones first. */
export const BENCHES: readonly Bench[] = [verdict, bytes, analysis, recording, wake, death, attempts, popup, overhead]
