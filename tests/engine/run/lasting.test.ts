/** What goes on for long: the collector beside many stacks, thousands of runs, thousands of schedules. */
import { MessageChannel } from 'node:worker_threads'
import { loadPyodide, version } from 'pyodide'
import { describe, expect, test } from 'vitest'
import { labSources } from '../../../cli/boot/assets.ts'
import { putLab } from '../../../runtime/boot/boot.ts'
import { environment, labFolder } from '../../../runtime/boot/manifest.ts'
import { heapOf } from '../../../runtime/boot/interpreterMemory.ts'
import { runProgram } from '../../../runtime/worker/program.ts'
import type { ExploreOptions } from '../../../runtime/schedules/exploration.ts'
import { printed, useSession } from '../support.ts'

const { session } = useSession()

/** Thirty threads, each deep in calls, that leave cycles behind. */
const cycles = `
import gc, sys, threading
sys.setswitchinterval(1e-5)
class Node: pass
def cycle():
    a, b = Node(), Node(); a.b, b.a = b, a
def deep(n):
    cycle()
    if n: return deep(n - 1) + 1
    for _ in range(30): cycle()
    return 0
def work(depth):
    for _ in range(2): out.append(deep(depth))
def round(depth):
    ts = [threading.Thread(target=work, args=(depth,)) for _ in range(30)]
    for t in ts: t.start()
    for t in ts: t.join()
out = []
`

describe('the collector beside parked threads', () => {
  test('a hundred rounds of thirty threads that make cycles deep in calls do not break the interpreter', async () => {
    expect(await printed(session(), `${cycles}
for number in range(100): round(number % 40)
print(len(out), sum(out), gc.isenabled(), gc.get_stats()[0]["collections"] > 100)
gc.collect(); gc.collect(1)
print(sum(type(o) is Node for o in gc.get_objects()))`)).toBe('6000 105000 True True\n0\n')
  })

  test('lab/switching/collecting.py is needed as long as Pyodide is the version that it names: with another one, look whether pyodide/pyodide#6464 is mended', () => {
    expect(labSources()['lab/switching/collecting.py']).toContain(`Pyodide ${version} `)
  })
})

test('ten thousand schedules leave nothing behind', async () => {
  const pyodide = await loadPyodide({ env: { ...environment } })
  putLab(pyodide, labSources())
  pyodide.runPython(`import sys; sys.path.insert(0, "${labFolder}"); import lab.engine; lab.engine.install()`)
  const source = `import threading
lock, stock = threading.Lock(), []
def work():
    with lock: stock.append([stock])
    undo = threading.local(); undo.stock = stock
ts = [threading.Thread(target=work, daemon=True) for _ in range(3)]
for t in ts: t.start()
lock.acquire()
`
  const explore: ExploreOptions = { schedules: 2500, strategy: 'random', depth: 3, preemptions: null, replay: null }
  const seen: number[][] = []
  for (let quarter = 0; quarter < 4; quarter++) {
    const { port1 } = new MessageChannel()
    const result = await runProgram(pyodide, { file: 'lasting.py', source, explore, seed: quarter }, port1 as unknown as MessagePort)
    port1.close()
    expect(result).toMatchObject({ kind: 'explored', exploration: { schedules: 2500, failure: null } })
    const uncollected = pyodide.runPython('import gc; len(gc.get_objects())') as number
    const objects = pyodide.runPython('gc.collect(); len(gc.get_objects())') as number
    expect(uncollected - objects).toBeLessThan(20 * 200) // a search collects as it goes; one schedule leaves some 100
    seen.push([objects, heapOf(pyodide)])
  }
  const [objects, heaps] = [0, 1].map(which => seen.map(pair => pair[which]!))
  expect(Math.max(...objects!) - objects![0]!).toBeLessThan(200)
  // What a search leaves until its end decides how far memory grows; another search must do with that.
  expect(heaps![3]).toBe(heaps![1])
})
