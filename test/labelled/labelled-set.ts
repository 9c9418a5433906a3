import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Chain } from './chain.ts'
import { generateChains } from './generate.ts'
import { readChains } from './read-chains.ts'

const FOLDER = join(import.meta.dirname, 'chains')

/** The chains of every file, and the generated ones. */
export const labelledSet = (): Chain[] => [
  ...globSync('*.txt', { cwd: FOLDER })
    .sort()
    .flatMap((file) =>
      readChains(readFileSync(join(FOLDER, file), 'utf8')).map((chain) => ({
        ...chain,
        name: `${basename(file, '.txt')}: ${chain.name}`,
      })),
    ),
  ...generateChains(),
]
