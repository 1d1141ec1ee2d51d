/**
 * `npm run test:cpython [-- MODULE…]`: CPython's own tests of threads, queues, pools and asyncio, on the engine.
 *
 * The files are CPython's and not part of this project: CPYTHON_TESTS names the folder `test` of a
 * CPython 3.14 (on Debian: /usr/lib/python3.14/test of the packages libpython3.14-testsuite and -stdlib).
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadPyodide } from 'pyodide'
import type { PyCallable } from 'pyodide/ffi'
import { root } from '../../cli/root.ts'
import { environment, labFolder } from '../../runtime/boot/manifest.ts'
import { memoryOf } from '../../runtime/boot/interpreterMemory.ts'
import { createBeat } from '../../runtime/worker/beat.ts'
import { createStacks } from '../../runtime/worker/stacks.ts'
import { keepTime } from '../../runtime/worker/time.ts'

const modules = [
  'test.test_context', 'test.test_asyncgen', 'test.test_contextlib_async',
  'test.test_thread', 'test.test_threading', 'test.test_threading_local', 'test.test_queue', 'test.test_sched',
  ...['thread_pool', 'as_completed', 'wait', 'init', 'shutdown', 'future'].map(name => `test.test_concurrent_futures.test_${name}`),
  // Not those of sockets, signals and processes, nor those whose loops have a mock for a selector, which never waits.
  ...[
    'context', 'free_threading', 'futures', 'graph', 'locks', 'pep492', 'protocols', 'queues', 'runners', 'staggered', 'taskgroups', 'tasks', 'threads',
    'timeouts', 'tools', 'transports', 'waitfor',
  ].map(name => `test.test_asyncio.test_${name}`),
]
const chosen = process.argv.length > 2 ? process.argv.slice(2) : modules
const needed = /^(?:__init__|lock_tests|test_thread|test_threading|test_threading_local|test_queue|test_sched|test_context|test_asyncgen|test_contextlib|test_contextlib_async)\.py$|^(?:support|test_concurrent_futures|test_asyncio|certdata)$/

const tests = process.env.CPYTHON_TESTS
if (!tests) {
  console.error('Set CPYTHON_TESTS to the folder "test" of a CPython 3.14, for instance /usr/lib/python3.14/test.')
  process.exit(2)
}

const pyodide = await loadPyodide({ env: { ...environment }, stdout: line => console.log(line), stderr: line => console.log(line) })

function copy(from: string, to: string, wanted: (name: string) => boolean): void {
  pyodide.FS.mkdirTree(to)
  for (const name of readdirSync(from).filter(wanted)) {
    const [source, target] = [join(from, name), `${to}/${name}`]
    if (statSync(source).isDirectory()) copy(source, target, name => name !== '__pycache__')
    else pyodide.FS.writeFile(target, readFileSync(source))
  }
}
copy(join(root, 'python', 'lab'), `${labFolder}/lab`, name => name.endsWith('.py') || !name.includes('.'))
copy(tests, '/lib/tests/test', name => needed.test(name))
pyodide.FS.writeFile('/lib/tests/runner.py', readFileSync(new URL('runner.py', import.meta.url)))
pyodide.runPython(`import sys; sys.path[:0] = ["/lib/tests", "${labFolder}"]; import lab.engine; lab.engine.install()`)

const stacks = createStacks(pyodide, (error) => { throw error })
const beat = createBeat(memoryOf(pyodide), { flush: () => {}, signal: () => 0, room: stacks.room })
pyodide.setInterruptBuffer(beat.buffer as unknown as Uint8Array)
const bridge = {
  ...stacks.bridge,
  flush: () => {},
  interrupted: () => false,
  cores: 1,
  now: () => performance.now() / 1000,
  wait: (seconds: number) => ({ promise: new Promise(resolve => setTimeout(resolve, seconds * 1000)) }),
  keepTime: (address: number, virtual: boolean) => {
    keepTime(beat)
    return beat.keep(address, virtual)
  },
}
const main = pyodide.pyimport('runner').main as PyCallable
const [run, failed, leftOut] = (await main.callPromising(bridge, chosen.join(' '))).toJs() as number[]
console.log(`${run! - failed!} passed, ${failed} failed, ${leftOut} skipped`)
process.exit(failed ? 1 : 0)
