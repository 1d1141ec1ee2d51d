/** What threads cost: their switches, their starts, their absence, and the search of their schedules. */
import { MessageChannel } from 'node:worker_threads'
import { loadPyodide, type PyodideAPI } from 'pyodide'
import type { PyCallable } from 'pyodide/ffi'
import { labSources } from '../../cli/boot/assets.ts'
import { memoryOf } from '../../runtime/boot/interpreterMemory.ts'
import { putLab } from '../../runtime/boot/boot.ts'
import { environment, labFolder } from '../../runtime/boot/manifest.ts'
import { runProgram } from '../../runtime/worker/program.ts'
import type { RunRequest } from '../../runtime/border/protocol.ts'
import { createStacks } from '../../runtime/worker/stacks.ts'
import { realNow } from '../../runtime/worker/time.ts'
import { byTurns, median, type Measure } from '../measure.ts'

const loop = `
def work(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total
table = {str(i): [work(20), i] for i in range(20_000)}
text = " ".join(sorted(table))
assert work(15_000_000) > 0 and len(text) > 0
`

const thousandThreads = `
import threading
threads = [threading.Thread(target=int) for _ in range(1000)]
for thread in threads: thread.start()
for thread in threads: thread.join()
`

const lostUpdate = `
import threading
x = 0
def bump():
    global x
    x += 1
a = threading.Thread(target=bump)
b = threading.Thread(target=bump)
a.start(); b.start()
a.join(); b.join()
`

const switches = `
import time
from lab.threads import clock, scheduler
from lab.threads.begin import begin_run
from pyodide.ffi import run_sync

def measure(bridge, count):
    """Microseconds of a switch, and of a bare run_sync of a promise that is kept already."""
    scheduler.connect(bridge)
    run = begin_run(clock.RealClock())
    def work():
        for _ in range(count):
            run.give_way()
    for _ in range(2):
        run.start(work, False)
    begin = time.perf_counter()
    while len(run.threads) > 1:
        run.threads[1].joiners.append(run.current)
        run.block(run.threads[1])
    switch = (time.perf_counter() - begin) / run.switches
    begin = time.perf_counter()
    for _ in range(count):
        run_sync(bridge.kept())
    return [switch * 1e6, (time.perf_counter() - begin) / count * 1e6]
`

/** An interpreter with the engine, or without. */
async function load(withEngine: boolean): Promise<PyodideAPI> {
  const pyodide = await loadPyodide({ env: { ...environment } })
  if (!withEngine) return pyodide
  putLab(pyodide, labSources())
  pyodide.runPython(`import sys; sys.path.insert(0, "${labFolder}"); import lab.engine; lab.engine.install()`)
  return pyodide
}

/** Milliseconds of real time that a program takes in an interpreter of its own. */
async function timeOf(source: string, how: Partial<RunRequest> = {}): Promise<number> {
  const pyodide = await load(true)
  const { port1, port2 } = new MessageChannel()
  const result = await runProgram(pyodide, { file: 'bench.py', source, ...how }, port1 as unknown as MessagePort)
  port1.close()
  port2.close()
  if (result.kind !== 'done' && result.kind !== 'explored') throw new Error(`The bench's program did not end well: ${JSON.stringify(result)}`)
  return result.duration
}

async function timeOfPlain(source: string): Promise<number> {
  const pyodide = await load(false)
  const begun = realNow()
  pyodide.runPython(source)
  return realNow() - begun
}

export const engine: Measure = async (times) => {
  const [alone, plain] = await byTurns(times, () => timeOf(loop), () => timeOfPlain(loop))
  const starts: number[] = []
  const searches: number[] = []
  const switching: number[] = []
  const bare: number[] = []
  const runs: number[] = []
  for (let time = 0; time < times; time++) {
    starts.push(await timeOf(thousandThreads, { clock: 'real' }))
    const explore = { schedules: 3000, strategy: 'random', depth: 3, preemptions: null, replay: null } as const
    searches.push(await timeOf(lostUpdate, { explore }) / 3)
    runs.push(await timeOf(lostUpdate, {}))
    const pyodide = await load(true)
    pyodide.runPython(switches)
    const keepTime = () => memoryOf(pyodide).__Py_emscripten_signal_clock
    const bridge = { ...createStacks(pyodide, (error) => { throw error }).bridge, keepTime, now: () => realNow() / 1000, flush: () => {}, kept: () => Promise.resolve() }
    const measured = await (pyodide.globals.get('measure') as PyCallable).callPromising(bridge, 5000)
    const [one, other] = measured.toJs() as [number, number]
    switching.push(one)
    bare.push(other)
  }
  return [
    { what: 'a program of one thread, a second long, on the engine ÷ plain Pyodide', value: median(alone) / median(plain), unit: 'ratio', atMost: 1.05, samples: { alone, plain } },
    { what: 'a switch of threads ÷ a bare run_sync', value: median(switching) / median(bare), unit: 'ratio', atMost: 1.5, samples: { switching, bare } },
    { what: '1,000 threads started and joined', value: median(starts), unit: 'ms', atMost: 200, samples: { starts } },
    { what: '1,000 schedules of the lost update', value: median(searches), unit: 'ms', atMost: 400, samples: { searches } },
    { what: 'one of these schedules ÷ one plain run of the program', value: median(searches) / 1000 / median(runs), unit: 'ratio', atMost: null, samples: { runs } },
  ]
}
