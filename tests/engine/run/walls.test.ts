/** A program has its own interpreter, and nothing of the machine that runs it: the two walls of `lab`, as the terminal has them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareAssets } from '../../../cli/boot/assets.ts'
import { permissionFlags } from '../../../cli/boot/permissions.mjs'
import { root } from '../../../cli/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'walls '))
const leak = join(folder, 'leak.txt')
const ways = readFileSync(join(root, 'tests/engine/run/walls/ways.py'), 'utf8')

/** Starts Node in the project; what it says on both streams. */
function node(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, WALLS_SECRET: 'of the machine' } })
  return stdout + stderr
}

const lab = (...args: string[]) => node(...permissionFlags, 'cli/lab.ts', ...args)

beforeAll(() => prepareAssets())
afterAll(() => rmSync(folder, { recursive: true }))

const noWay = /^ModuleNotFoundError: No module named '\w+(\.\w+)?': a program has its own interpreter, and no way to the page or the machine that runs it$/

const sentences: Record<string, RegExp> = {
  system: /^OSError: \[Errno \d+\] a page cannot start other programs; run Python functions in processes/,
  popen: /^OSError: \[Errno \d+\] a page cannot start other programs; run Python functions in processes/,
  subprocess: /^OSError: \[Errno \d+\] a page cannot start other programs; run Python functions in processes/,
  js: noWay,
  pyodide_js: noWay,
  mountNodeFS: noWay,
  run_js: noWay,
  ffi: noWay,
  core: noWay,
  http: noWay,
  loaded: /^KeyError: 'pyodide_js'$/,
  bridge: /EvalError: A program has its own interpreter and nothing else of its host: it cannot make JavaScript of text\.$/,
  finder: /^LookupError: 0 finders hold something$/,
  environment: /^LookupError: HOME LANG LOGNAME PATH PWD PYTHONHASHSEED PYTHON_COLORS USER _$/,
  files: /^FileNotFoundError: /,
}

test('each known way out of a program ends in a sentence, and nothing is left on the machine', () => {
  const file = join(folder, 'ways.py')
  writeFileSync(file, ways.replace('"LEAK"', JSON.stringify(leak)))
  const said = lab('run', file)
  const lines = Object.fromEntries(said.trim().split('\n').map(line => /^(\w+): (.*)$/.exec(line)?.slice(1) as [string, string] | undefined ?? [line, '']))
  expect(Object.keys(lines)).toEqual(Object.keys(sentences))
  for (const [name, sentence] of Object.entries(sentences)) expect(lines[name], name).toMatch(sentence)
  expect(said).not.toContain(root)
  expect(existsSync(leak)).toBe(false)
})

test('an answer that is graded leaves nothing on the machine', () => {
  const file = join(folder, 'answer.py')
  writeFileSync(file, `import os\nos.system(${JSON.stringify(`echo out > '${leak}'`)})\n`)
  expect(lab('grade', '07', '--file', file)).toContain('07')
  expect(existsSync(leak)).toBe(false)
})

test('behind the first wall the thread of a program may not write, read, start programs or threads, or use the network', () => {
  const said = node(...permissionFlags, 'tests/engine/run/walls/beyond.ts', leak)
  const denied = 'ERR_ACCESS_DENIED'
  expect(JSON.parse(said)).toEqual({ write: denied, read: denied, program: denied, worker: denied, network: denied, kill: 'TypeError' })
  expect(existsSync(leak)).toBe(false)
})

test('without the walls no program is run', () => {
  const file = join(folder, 'plain.py')
  writeFileSync(file, 'print("ran")')
  expect(node('cli/lab.ts', 'run', file)).toBe('Programs are run behind walls only: start this as npm run -s lab -- …\n')
})
