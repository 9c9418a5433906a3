import type { Analysis } from '../analysis/analysis.ts'
import type { CommandDeps, commandDesk } from './commands.ts'
import { scriptLoader } from './load-script.ts'

/** Where the scripts that are loaded on demand leave what they give. */
export const ANALYSIS_NAME = 'clickpathAnalysis'
export const COMMANDS_NAME = 'clickpathCommandDesk'

type GetUrl = (file: string) => string

/** What is made of a recording when someone looks. To be called in the worker's first tick. */
export const analysisLoader = (getUrl: GetUrl) => scriptLoader<Analysis>('/analysis.js', ANALYSIS_NAME, getUrl)

/** The script brings the pinned paths' database along: no event needs it. */
export type OpenDesk = (deps: Omit<CommandDeps, 'pinned'>) => ReturnType<typeof commandDesk>

/** What carries out the commands of the extension's pages. To be called in the worker's first tick. */
export const commandsLoader = (getUrl: GetUrl) => scriptLoader<OpenDesk>('/commands.js', COMMANDS_NAME, getUrl)
