import { Command } from '../model/command.ts'
import type { ProbeView } from '../model/probe-walk.ts'
import { prepare } from '../postback/prepare.ts'
import { changesOf } from '../ui/change.ts'
import { deleteApi, saveApi } from './api-store.ts'
import { type AttemptBook, attemptBook } from './attempt-book.ts'
import { forgetPrivateDrafts, keepDraft } from './drafts.ts'
import { deleteEndpoint, ENDPOINTS_KEY, endpointsIn, saveEndpoint } from './endpoint-store.ts'
import { fireEndpoint } from './fire-endpoint.ts'
import { fire } from './fire-postback.ts'
import { type InspectDeps, inspectPage } from './inspect-page.ts'
import {
  keepPinned,
  listPinned,
  type PinDeps,
  pinnedEvidence,
  pinnedPath,
  pinPath,
  renamePinned,
  repinPath,
  unpinPath,
} from './pin.ts'
import { postbackSender, type SendDeps } from './send-postback.ts'
import { serial } from './serial.ts'
import type { Store } from './store.ts'
import type { TabView } from './tab-view.ts'

/**
 * Attempts of private windows that are kept. They share the browser's memory for an extension (10 MB) with the recording, and
 * an answer may be 64 KiB long.
 */
const MAX_PRIVATE_ATTEMPTS = 40

export interface CommandDeps extends SendDeps, InspectDeps, PinDeps {
  /** Survives the browser's end. */
  local: Store
  /** Held in memory only: for what belongs to a private window. */
  session: Store
  clear(): Promise<void>
  /** Forgets what was recorded of private windows. */
  forgetPrivate(): Promise<void>
  pause(): Promise<void>
  resume(): Promise<void>
  isPaused(): Promise<boolean>
}

/**
 * Does what the extension's pages ask for; what touches the store, one after the other.
 *
 * @returns carries out one command. Rejects, with words for the person, what is none and what went wrong.
 */
export function commandDesk(deps: CommandDeps): (message: unknown) => Promise<unknown> {
  const { local, session, now } = deps
  const inTurn = serial()
  const send = postbackSender(deps)
  const kept = attemptBook(local, inTurn, now)
  const inMemory = attemptBook(session, inTurn, now)
  const attemptsOf = (about: { private: boolean }) => (about.private ? inMemory : kept)
  /** Where an attempt that begins now is kept. */
  const roomFor = async (about: { private: boolean }) => {
    if (about.private) await inMemory.keepNewest(MAX_PRIVATE_ATTEMPTS - 1)
    return attemptsOf(about)
  }
  return async (message) => {
    const { data: command } = Command.safeParse(message)
    if (!command) throw new Error('The extension did not understand its own page: close it and open it again.')
    switch (command.type) {
      case 'view-tab':
        return viewTab(command, attemptsOf(command), deps)
      case 'probe-walks':
        return probeView(command, deps)
      case 'inspect-page':
        return inspectPage(command.tabId, deps)
      case 'export-evidence':
        await inspectPage(command.tabId, deps)
        return evidenceOf(command.tabId, attemptsOf(command), deps)
      case 'clear':
        return deps.clear()
      case 'forget-private':
        await deps.forgetPrivate()
        await inTurn(() => forgetPrivateDrafts(session))
        return inMemory.keepNewest(0)
      case 'pause':
        return deps.pause()
      case 'resume':
        return deps.resume()
      case 'pin-path':
        return inTurn(() => pinPath(command.tabId, deps))
      case 'keep-pinned':
        return inTurn(() => keepPinned(command.tabId, deps))
      case 'unpin-path':
        return inTurn(() => unpinPath(command.id, deps))
      case 'repin-path':
        return inTurn(() => repinPath(command.pinned, deps))
      case 'rename-pinned':
        return inTurn(() => renamePinned(command.id, command.name, deps))
      case 'list-pinned':
        return listPinned(deps)
      case 'pinned-path':
        return pinnedPath(command.id, deps)
      case 'export-pinned':
        return pinnedEvidence(command.id, kept, deps)
      case 'save-endpoint':
        return inTurn(() => saveEndpoint(local, command.endpoint))
      case 'delete-endpoint':
        return inTurn(() => deleteEndpoint(local, command.id))
      case 'prepare-postback':
        return prepare(command.endpoint, await identifiersOf(command.tabId, deps))
      case 'fire-endpoint':
        return fireEndpoint(command, await clickOf(command.tabId, deps), await roomFor(command), { send, now })
      case 'fire-postback':
        return fire(command, await roomFor(command), { send, now })
      case 'confirm-attempt':
        return attemptsOf(command).confirm(command.id, command.confirmation)
      case 'save-api':
        return inTurn(() => saveApi(local, command.api))
      case 'delete-api':
        return inTurn(() => deleteApi(local, command.id))
      case 'keep-draft':
        return inTurn(() => keepDraft(session, command.field, command.text, command.private))
    }
  }
}

type About<T extends Command['type']> = Extract<Command, { type: T }>

async function viewTab(about: About<'view-tab'>, attempts: AttemptBook, deps: CommandDeps): Promise<TabView> {
  const [recording, analysis] = await Promise.all([deps.recording(), deps.analysis()])
  const view = analysis.view(recording, about.tabId, deps.now())
  return {
    ...view,
    ...(view && { changes: changesOf(view.path) }),
    paused: await deps.isPaused(),
    pinned: view !== undefined && !about.private && (await isPinned(view.path.id, deps)),
    endpoints: endpointsIn(await deps.local.get(ENDPOINTS_KEY)),
    attempts: await attempts.ofPath(view?.path.id),
  }
}

async function probeView(wanted: About<'probe-walks'>, deps: CommandDeps): Promise<ProbeView> {
  const [recording, analysis] = await Promise.all([deps.recording(), deps.analysis()])
  const walks = analysis.probeWalks(recording, wanted, deps.now())
  return { walks, live: walks.some(({ live }) => live), paused: await deps.isPaused() }
}

async function clickOf(tabId: number, deps: CommandDeps) {
  const [recording, analysis] = await Promise.all([deps.recording(), deps.analysis()])
  return analysis.view(recording, tabId, deps.now())?.path
}

const identifiersOf = async (tabId: number, deps: CommandDeps) => (await clickOf(tabId, deps))?.identifiers ?? []

/** Where the pinned paths cannot be read, the click is shown all the same. */
const isPinned = (id: string, { pinned }: CommandDeps) =>
  pinned.get(id).then(
    (known) => known !== undefined,
    () => false,
  )

async function evidenceOf(tabId: number, attempts: AttemptBook, deps: CommandDeps) {
  const [recording, analysis] = await Promise.all([deps.recording(), deps.analysis()])
  return analysis.evidenceOf(recording, tabId, {
    postbacks: await attempts.ofPath(analysis.pathOf(recording, tabId)?.id),
    generator: deps.generator,
    exportedAt: new Date(deps.now()).toISOString(),
  })
}
