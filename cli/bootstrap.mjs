// The door to every command, for a machine with nothing but Node 20 and npm: plain JavaScript without dependencies.
// It installs the packages, among them the Node that runs TypeScript, and hands over to cli/<command>.ts.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
/** From here on Node runs TypeScript by itself. */
const TYPESCRIPT_NODE = [22, 18]
/** Exit code for what the person has to mend, as in trouble.ts. */
const TROUBLE = 2

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const windows = process.platform === 'win32'
const packagedNode = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node')

const say = (line) => process.stderr.write(`${line}\n`)
function giveUp(message) {
  say(message)
  process.exit(TROUBLE)
}

/** npm notes what it installed when it is done, so an interrupted install counts as none. */
function packagesAreCurrent() {
  const note = join(modules, '.package-lock.json')
  return existsSync(note) && statSync(note).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** The environment without the Node of the very packages that are about to be replaced. */
function outerEnvironment() {
  const env = { ...process.env }
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const inside = (folder) => folder === modules || folder.startsWith(modules + sep)
  env[key] = (env[key] ?? '')
    .split(delimiter)
    .filter((folder) => !inside(folder))
    .join(delimiter)
  return env
}

/** Runs a program with all its output on standard error. Standard output belongs to the command alone. */
const runQuietly = (program, args, options = {}) =>
  spawnSync(program, args, {
    cwd: root,
    env: outerEnvironment(),
    stdio: ['ignore', 2, 2],
    shell: windows,
    ...options,
  })

/** The level is spelt out because .npmrc asks for silence, and a failed install must say why. */
const NPM_OPTIONS = ['--loglevel=error', '--no-fund', '--no-audit', '--include=dev']

function installPackages() {
  say('installing packages: npm ci')
  const ci = runQuietly('npm', ['ci', ...NPM_OPTIONS], { stdio: ['ignore', 2, 'pipe'], encoding: 'utf8' })
  if (ci.error) giveUp(`npm could not be started: ${ci.error.message}`)
  if (ci.status === 0) return
  // A lock file written where the registry lacks the packages of other platforms does not name them. npm 10 lets that
  // pass, npm 11 refuses it, and both install the same locked versions by `npm install`.
  if (!ci.stderr.includes('EUSAGE')) giveUp(`${ci.stderr}npm ci failed (exit ${ci.status}): the reason stands above.`)
  say('installing packages: npm ci finds the lock file incomplete, so npm install')
  const { status } = runQuietly('npm', ['install', '--no-save', ...NPM_OPTIONS])
  if (status !== 0) giveUp(`npm install failed (exit ${status}): the reason stands above.`)
}

const runs = (node) => existsSync(node) && spawnSync(node, ['--version']).status === 0

const isTypeScriptNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > TYPESCRIPT_NODE[0] || (major === TYPESCRIPT_NODE[0] && minor >= TYPESCRIPT_NODE[1])
}

/** The Node among the packages. Its own install script fetches it; where npm was told to run none, this does. */
function findNode() {
  if (existsSync(packagedNode)) return packagedNode
  say('fetching Node 24, which npm did not')
  runQuietly('node', ['installArchSpecificPackage.js'], { cwd: join(modules, 'node') })
  if (runs(packagedNode)) return packagedNode
  if (isTypeScriptNode()) return process.execPath
  return giveUp('The package "node" brought no Node for this machine. Install Node 24 and run the command again.')
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  giveUp(`Clickpath needs Node ${OLDEST_NODE} or later; this is ${process.version}.`)
}
const [command, ...args] = process.argv.slice(2)
const script = join(root, 'cli', `${command}.ts`)
if (!/^[a-z]+$/.test(command ?? '') || !existsSync(script)) {
  giveUp('usage: node cli/bootstrap.mjs start|test|trace|bench|docs [arguments]')
}
if (!packagesAreCurrent()) installPackages()

const child = spawn(findNode(), [script, ...args], {
  stdio: 'inherit',
  // The command's own tools are to run on the same Node.
  env: { ...process.env, PATH: [join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter) },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => giveUp(`${command} could not be started: ${error.message}`))
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
