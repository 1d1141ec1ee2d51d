/**
 * What every npm script goes through: installs what is missing, then runs the script
 * `node cli/setup.mjs cli/NAME.ts …` with the project's own Node.
 *
 * The only file that must run on whatever Node the machine has (20 or later), before
 * anything is installed: plain JavaScript, no dependencies.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { permissionFlags } from './boot/permissions.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'
const projectNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
/** What is installed is told on stderr: stdout belongs to the script that was asked for. */
const aside = ['inherit', process.stderr, 'inherit']

/** Says one clear sentence and ends. */
function giveUp(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

function readJson(...path) {
  return JSON.parse(readFileSync(join(root, ...path), 'utf8'))
}

/** Runs a program to its end, its output shown; resolves with its exit code. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    // Ctrl+C reaches the child as well: let it end by itself, and pass on what only we got.
    const pass = signal => child.kill(signal)
    const wait = () => {}
    process.on('SIGINT', wait).on('SIGTERM', pass).on('SIGHUP', pass)
    // Where npm is ended, its shell ends with it and leaves us alone.
    const parent = process.ppid
    const orphaned = setInterval(() => process.ppid !== parent && child.kill(), 1000)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearInterval(orphaned)
      process.off('SIGINT', wait).off('SIGTERM', pass).off('SIGHUP', pass)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** Runs npm: by the file that started us where npm did, since npm.cmd needs a shell on Windows. */
function npm(...args) {
  const started = process.env.npm_execpath
  return started && /npm-cli\.[cm]?js$/.test(started)
    ? run(process.execPath, [started, ...args], { stdio: aside })
    : run(windows ? 'npm.cmd' : 'npm', args, { shell: windows, stdio: aside })
}

/** Whether node_modules holds what package-lock.json names, by whatever command it was installed. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json')))
    return false
  const installed = readJson('node_modules', '.package-lock.json').packages
  return Object.entries(readJson('package-lock.json').packages).every(([path, { version, optional, link }]) =>
    path === '' || link || (optional && !installed[path]) || installed[path]?.version === version)
}

async function install() {
  console.error('Installing the packages that the project needs (once; a minute or two on a fresh machine) …')
  // Windows cannot delete the Node that may be running this very file: there, only change what differs.
  const inUse = windows && existsSync(projectNode)
  const code = await npm(...(inUse ? ['install', '--no-save'] : ['ci']), '--loglevel=error', '--no-audit', '--no-fund', '--engine-strict=false')
  if (code !== 0)
    giveUp('The packages could not be installed: npm says why above. Check the network connection (the npm registry must be reachable), then run the same command again.')
}

/** The project's Node comes by the install script of the package `node`; where scripts are switched off, we run it. */
async function installNode() {
  console.error('Fetching the Node that the project runs on (npm left it out: install scripts are switched off) …')
  const cwd = join(root, 'node_modules', 'node')
  const code = await run(process.execPath, ['installArchSpecificPackage.js'], { cwd, stdio: aside })
  if (code !== 0 || !existsSync(projectNode)) {
    const { version } = readJson('node_modules', 'node', 'package.json')
    giveUp(`Node ${version} could not be fetched for ${process.platform} ${process.arch}. Install Node ${version.split('.')[0]} or later from nodejs.org, then run the same command again.`)
  }
}

const [major] = process.versions.node.split('.').map(Number)
if (major < 20)
  giveUp(`This needs Node 20 or later to start; this is Node ${process.versions.node}. Install a newer one from nodejs.org.`)

if (!isInstalled())
  await install()

const wanted = Number(readJson('node_modules', 'node', 'package.json').version.split('.')[0])
if (!existsSync(projectNode) && major < wanted)
  await installNode()

const [script, ...args] = process.argv.slice(2)
if (script) {
  const node = existsSync(projectNode) ? projectNode : process.execPath
  const pathName = Object.keys(process.env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [join(root, 'node_modules', '.bin'), process.env[pathName]].join(delimiter)
  const flags = script === 'cli/lab.ts' ? permissionFlags : []
  const code = await run(node, [...flags, join(root, script), ...args], { env: { ...process.env, [pathName]: path } })
    .catch(error => giveUp(`The project's Node does not start on this machine (${error.message}). Install Node ${wanted} or later from nodejs.org, delete node_modules/node/bin, then run the same command again.`))
  process.exit(code)
}
