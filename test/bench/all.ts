import { analysis } from './analysis.ts'
import type { Bench } from './bench.ts'
import { bytes } from './bytes.ts'
import { recording } from './recording.ts'
import { verdict } from './verdict.ts'

/** Every benchmark, in the order in which they run: the quick ones first. */
export const BENCHES: readonly Bench[] = [verdict, bytes, analysis, recording]
