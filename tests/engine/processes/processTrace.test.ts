/** What a run tells of the processes that it starts. */
import { expect, test } from 'vitest'
import { useSession } from '../support.ts'
import { only, traced } from '../trace/traces.ts'
import { normalise } from '../../../runtime/run/normalise.ts'
import type { Trace } from '../../../runtime/trace/trace.ts'
import { processLanes } from '../../../runtime/trace/lanes/processLanes.ts'

const { session } = useSession()

test('a process is told from its start to its end, with what goes there and comes back', async () => {
  const { trace } = await traced(session(), `
import multiprocessing as mp, sys, time
def work(conn):
    text = conn.recv(); time.sleep(0.2); conn.send(text * 1000)
    time.sleep(0.2); sys.exit(3)  # both times the program has to wait
if __name__ == "__main__":
    time.sleep(60)
    here, there = mp.Pipe()
    p = mp.Process(target=work, args=(there,), name="worker")
    p.start()
    there.close()
    here.send("x")
    here.recv()
    p.join()
    print("joined")`)
  const [spawn] = only(trace, 'spawn')
  expect(spawn).toMatchObject({ thread: 1, line: 10, name: 'worker' })
  const process = spawn!.process
  expect(only(trace, 'boot')).toMatchObject([{ process }])
  const [pickles, message] = only(trace, 'send')
  expect(pickles).toMatchObject({ process, line: 10 })
  expect(pickles!.bytes).toBeGreaterThan(100)
  expect(message).toMatchObject({ process, line: 12 })
  expect(message!.bytes).toBeLessThan(30)
  expect(only(trace, 'receive')).toMatchObject([{ process, line: 13 }])
  expect(only(trace, 'receive')[0]!.bytes).toBeGreaterThan(1000)
  expect(only(trace, 'exit')).toMatchObject([{ process, code: 3 }])
  expect(only(trace, 'wait').filter(event => event.for === 'process').map(({ line }) => line)).toEqual(expect.arrayContaining([13, 14]))
  const order = only(trace, 'spawn', 'boot', 'receive', 'exit', 'print')
  expect(order.map(({ kind }) => kind)).toEqual(['spawn', 'boot', 'receive', 'exit', 'print'])
  expect(order.map(({ time }) => time)).toEqual(order.map(({ time }) => time).toSorted((a, b) => a - b))
  expect(spawn!.time).toBeGreaterThan(60)
  expect(order.at(-1)!.time - spawn!.time).toBeGreaterThan(0.02)
})

/** The events of one process that was started, as a trace of its own. */
const childOf = (trace: Trace, place: number): Trace => ({ ...trace, events: trace.children[place]!.events })

test('a process tells what happens in it, on the clock of the program', async () => {
  const { trace } = await traced(session(), `
import multiprocessing as mp, sys
def work(conn):
    numbers = conn.recv()
    print("got", len(numbers))
    conn.send(sum(numbers))
    sys.exit(3)
if __name__ == "__main__":
    here, there = mp.Pipe()
    p = mp.Process(target=work, args=(there,), name="adder")
    p.start()
    here.send(list(range(100_000)))
    print(here.recv())
    p.join()`, { clock: 'real' })
  const [spawn] = only(trace, 'spawn')
  expect(trace.children.map(({ process }) => process)).toEqual([spawn!.process])
  const child = childOf(trace, 0)
  expect(only(child, 'stage').map(({ name }) => name)).toEqual(['import', 'unpickle', 'work', 'end'])
  expect(child.events[0]).toMatchObject({ kind: 'run', thread: 1 })
  expect(only(child, 'end')).toMatchObject([{ thread: 1 }])
  expect(only(child, 'print')).toMatchObject([{ line: 5, text: 'got 100000\n' }])
  expect(only(child, 'wait')).toContainEqual(expect.objectContaining({ line: 4, for: 'process' }))
  expect(new Set(only(child, 'line').map(({ line }) => line))).toEqual(new Set([4, 5, 6, 7]))
  // What one end sends is what the other gets, and pickling is told on both sides.
  const [sent, received] = [only(trace, 'send').find(({ line }) => line === 12)!, only(child, 'receive')[0]!]
  expect(received).toMatchObject({ bytes: sent.bytes, channel: sent.channel, line: 4 })
  expect(sent.bytes).toBeGreaterThan(300_000)
  expect(only(trace, 'pickled').filter(({ line }) => line === 12)).toMatchObject([{ way: 'pickle', bytes: sent.bytes }])
  expect(only(child, 'pickled')[0]).toMatchObject({ way: 'unpickle', bytes: sent.bytes, line: 4 })
  // One clock: nothing comes before its cause.
  const exit = only(trace, 'exit')[0]!
  const times = [spawn!.time - 0.2, ...child.events.map(({ time }) => time), exit.time]
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect(received.time).toBeGreaterThan(sent.time - sent.taken / 1e6)
  expect(exit).toMatchObject({ code: 3 })
})

test.each([
  ['ProcessPoolExecutor', 'with futures.ProcessPoolExecutor(2) as pool: print(list(pool.map(work, jobs)))'],
  ['Pool', 'with mp.Pool(2) as pool: print(pool.map(work, jobs, 1))'],
  ['InterpreterPoolExecutor', 'with futures.InterpreterPoolExecutor(2) as pool: print(list(pool.map(work, jobs)))'],
])('the workers of a %s run at the same time, and each message is an arrow from one lane to another', async (_, body) => {
  const { trace, stdout } = await traced(session(), `
import multiprocessing as mp
from concurrent import futures
def work(turns): return sum(sum(range(100_000)) for _ in range(turns))
if __name__ == "__main__":
    jobs = [60] * 4
    ${body}`, { clock: 'real' })
  expect(stdout).toMatch(/^\[(\d+, ){3}\d+\]\n$/)
  const lanes = processLanes(trace)
  const processes = [...lanes.laneOfProcess.values()].slice(1).map(order => lanes.lanes[order]!)
  expect(processes.map(({ letter }) => letter)).toEqual(['P1', 'P2'])
  const together = lanes.events.keys().filter(event => processes.every(({ slices }) => slices.some(slice => slice.state === 'running' && slice.from <= event && event < slice.to)))
  expect(together.toArray().length).toBeGreaterThan(0)
  for (const { slices } of processes) expect(slices.slice(0, 3).map(({ state, through }) => `${state} ${through}`)).toEqual(['starting spawn', 'starting import', 'pickling unpickle'])
  const known = lanes.messages.filter(({ from, to }) => from !== null && to !== null)
  expect(known.length).toBeGreaterThanOrEqual(8)
  for (const { from, to, began, received } of known) {
    expect(from).not.toBe(to)
    expect(lanes.events[received!]!.time).toBeGreaterThanOrEqual(began - 0.002)
  }
})

test('the futures of a pool of processes are told by the name of their function', async () => {
  const { trace } = await traced(session(), `
from concurrent.futures import ProcessPoolExecutor
def work(n): return 1 // n
if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        pool.submit(work, 1)
        pool.submit(work, 0).exception()
        list(pool.map(work, [1]))`)
  expect(only(trace, 'submit').map(({ name, line }) => `${name} ${line}`)).toEqual(['work 6', 'work 7', 'work 8'])
  expect(only(trace, 'settle').map(({ outcome }) => outcome)).toEqual(['returned', 'raised', 'returned'])
})

test('without a trace, processes tell nothing', async () => {
  const { wire, stdout } = await traced(session(), `
import multiprocessing as mp
if __name__ == "__main__":
    p = mp.Process(target=print, args=("there",)); p.start(); p.join()`, { trace: false })
  expect([stdout, wire]).toEqual(['there\n', []])
})

test('a process that cannot pickle is told too, and prints what it prints without a trace', async () => {
  const source = `
from concurrent.futures import ProcessPoolExecutor
def work(): return lambda: 1
if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        print(pool.submit(work).exception().__cause__)`
  const [told, untold] = [await traced(session(), source), await traced(session(), source, { trace: false })]
  expect(normalise(told.stdout, source)).toBe(normalise(untold.stdout, source))
  expect(told.stdout).toContain('PicklingError')
  expect(only(childOf(told.trace, 0), 'pickled').map(({ bytes }) => bytes)).toContain(0)
})
