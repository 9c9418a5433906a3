import { buildEvidence } from '../lib/evidence/build.ts'
import { parseEvidence } from '../lib/evidence/parse.ts'
import type { Evidence } from '../lib/model/evidence.ts'
import { print, runCommand, say } from './command.ts'
import { painter, wantsColour } from './print/paint.ts'
import { pathText } from './print/path-text.ts'
import { callerFolder } from './root.ts'
import { readTraceArguments, TRACE_HELP, type TraceArguments } from './trace/arguments.ts'
import { readSubject, type Subject } from './trace/subject.ts'
import { toWalk, type Walked, walkAll } from './trace/walk-all.ts'
import { EXIT, Trouble } from './trouble.ts'
import { version } from './version.ts'
import { startSession } from './walk/start-session.ts'

/** `npm run trace`: walks a URL or the funnels of a file through a real browser, and prints what came of it. */
await runCommand(async () => {
  const args = readTraceArguments(process.argv.slice(2))
  if (args.help || args.target === undefined) {
    await print(TRACE_HELP)
    return EXIT.done
  }
  const subject = readSubject(args.target, callerFolder())
  const { evidence, complaints, exit } = subject.kind === 'evidence' ? judgeAnew(subject) : await walk(subject, args)
  await print(args.json ? `${JSON.stringify(evidence, null, 2)}\n` : asText(evidence))
  for (const complaint of complaints) say(complaint)
  return exit
})

type Traced = Omit<Walked, 'paths'> & { evidence: Evidence }

async function walk(subject: Exclude<Subject, { kind: 'evidence' }>, args: TraceArguments): Promise<Traced> {
  const session = await startSession(args.browser, args.headed, say)
  try {
    const { paths, ...rest } = await walkAll(session, toWalk(subject), { settleMs: args.settleMs, say })
    const generator = { name: 'clickpath', version, browser: session.version() }
    return { evidence: buildEvidence({ paths, generator, exportedAt: new Date().toISOString() }), ...rest }
  } finally {
    await session.close()
  }
}

/** A document's paths as today's rules see them: everything below their hops is derived from these. */
function judgeAnew({ name, text }: Extract<Subject, { kind: 'evidence' }>): Traced {
  const parsed = parseEvidence(text)
  if (!parsed.ok) throw new Trouble(`${name}: ${parsed.message}`)
  return { evidence: parsed.evidence, complaints: [], exit: EXIT.done }
}

function asText({ paths }: Evidence): string {
  const paint = painter(wantsColour(process.stdout, process.env))
  return paths.map((path) => pathText(path, process.stdout.columns ?? 120, paint)).join('\n')
}
