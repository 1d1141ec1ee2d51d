/** What holds for every trace: it disturbs nothing, ends somewhere, and is kept when the run is not. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeTrace, type WireEvent } from '../../../runtime/trace/wire.ts'
import type { Trace } from '../../../runtime/trace/trace.ts'
import { perform, useSession } from '../support.ts'
import { only, told, traced } from './traces.ts'

const { session } = useSession()

describe('a traced run', () => {
  const folders = ['threads', 'concurrency', 'gil']
  const programs = folders.flatMap(folder => readdirSync(`snippets/${folder}`).filter(name => name.endsWith('.py')).map(name => `${folder}/${name}`))
    // With processes time is real, and no run is like another.
    .filter(path => !/ProcessPool|multiprocessing/.test(readFileSync(`snippets/${path}`, 'utf8')))
  const counted = (path: string) => `import atexit; from lab.threads import scheduler; atexit.register(lambda: print(scheduler.run.switches))\n${readFileSync(`snippets/${path}`, 'utf8')}`

  test.each(programs)('prints, switches and takes time as an untraced one: %s', async (path) => {
    const source = counted(path)
    const [untraced, one, other] = await Promise.all([false, true, true].map(trace => traced(session(), source, { trace })))
    expect(untraced!.wire).toEqual([])
    expect(one!.stdout).toBe(untraced!.stdout)
    expect(Math.abs(one!.virtual! - untraced!.virtual!)).toBeLessThanOrEqual(101e-6)
    expect(one!.wire.length).toBeGreaterThan(5)
    expect(other!.wire).toEqual(one!.wire)
  })

  test.each([
    ['a loop in one thread', 'import time\nbegun = time.perf_counter()\nfor n in range(2000):\n    abs(n)\nprint(time.perf_counter() - begun < 1)'],
    ['a loop that is alone again after two threads, and a thread after it', `
import threading, time
def work():
    for n in range(2000): abs(n)
for _ in range(3):
    ts = [threading.Thread(target=work) for _ in range(2)]
    for t in ts: t.start()
    for t in ts: t.join()
    for n in range(20_000): abs(n)
    print(round(time.perf_counter(), 4))`],
    ['tasks', 'import asyncio\nasync def f():\n    for _ in range(100): await asyncio.sleep(0)\nasync def main():\n    await asyncio.gather(*(f() for _ in range(10)))\nasyncio.run(main())'],
  ])('takes the same time: %s', async (_, source) => {
    const [untraced, one] = await Promise.all([false, true].map(trace => traced(session(), source, { trace })))
    expect(Math.abs(one!.virtual! - untraced!.virtual!)).toBeLessThanOrEqual(1e-5) // a look is left out where the count is 0 at an await
    expect(one!.stdout).toBe(untraced!.stdout)
    expect(one!.wire.length).toBeGreaterThan(20)
  })

  test('tells a line twenty times and 100,000 other events at most, and says where it was cut', async () => {
    const { trace, wire } = await traced(session(), `
import threading
lock = threading.Lock()
for n in range(60_000):
    with lock:
        pass
print("end")`)
    const lines = Map.groupBy(only(trace, 'line'), event => event.line)
    expect([...lines].map(([line, told]) => [line, told.length])).toEqual([[2, 1], [3, 1], [4, 20], [5, 20], [6, 20]])
    expect(trace.events.length - only(trace, 'line', 'cut').length).toBe(100_000)
    expect(trace.events.at(-1)!.kind).toBe('cut')
    expect(trace.cut).toBe(true)
    expect(wire.at(-1)![0]).toBe('over')
    expect(trace.objects).toEqual([{ id: 1, type: 'Lock', name: 'lock' }])
    expect(only(trace, 'print')).toEqual([])
  })

  test('names who is started after it was cut, and no more', async () => {
    const { trace } = await traced(session(), `
import threading, time
lock = threading.Lock()
for n in range(60_000):
    with lock:
        pass
for name in "ab":
    threading.Thread(target=time.sleep, args=(1,), name=name).start()
print("end")`)
    const after = trace.events.slice(trace.events.findIndex(({ kind }) => kind === 'cut') + 1)
    expect(told(after, 'name')).toEqual(['1 8 start a', '1 8 start b'])
    expect(after[0]!.time).toBeGreaterThan(only(trace, 'cut')[0]!.time)
    expect(trace.duration).toBeGreaterThan(after[1]!.time + 0.9)
  })

  test('of which nothing is left for who waits for ever: its wait has no end', async () => {
    const { trace } = await traced(session(), `
import threading
never = threading.Lock()
never.acquire()
threading.Thread(target=never.acquire, daemon=True, name="stuck").start()`)
    const wait = only(trace, 'wait').find(({ thread }) => thread === 2)!
    expect(trace.objects.find(({ id }) => id === wait.object)!.name).toBe('never')
    expect(only(trace, 'ready', 'end').filter(({ thread }) => thread === 2)).toEqual([])
  })

  // With a worker only the last batch is lost: what is kept is what a run to its end begins with.
  test.each([['while True: total += 1', 'end'], ['sum(range(10 ** 12))', null], ['import os; os._exit(3)', null]])('keeps what came when the run is stopped or lost: %s', async (end, last) => {
    const wire: WireEvent[] = []
    const { promise: printed, resolve } = Promise.withResolvers<void>()
    const sourceTo = (end: string) => `import threading\nlock, total = threading.Lock(), 0\nfor n in range(300):\n    with lock: total += n\nprint("now")\n${end}`
    const source = sourceTo(end)
    const kinds = ({ trace }: { trace: Trace }) => trace.events.map(({ kind, line }) => `${kind} ${line}`)
    const run = session().run({ file: 'a.py', source, trace: true }, {
      output: () => resolve(), cut: () => {}, input: async () => null, started: () => {}, trace: events => wire.push(...events),
    })
    await printed
    await new Promise(resolve => setTimeout(resolve, 300)) // it is at the last line
    run.stop()
    await run.result
    const trace = decodeTrace(wire)
    expect(trace.events.length).toBeGreaterThanOrEqual(500)
    // On a machine that is too busy for Stop's patience the worker is ended, here too.
    if (trace.events.at(-1)!.kind !== last) expect(kinds({ trace })).toEqual(kinds(await traced(session(), sourceTo('pass'))).slice(0, trace.events.length))
  })

  test('tells a printed line as one, also where it comes after long work in real time', async () => {
    const { trace } = await traced(session(), `
import time
for n in range(24):  # lines are told twenty times, and are no longer between the print and the work
    end = time.perf_counter() + (n > 20) * 0.15
    while time.perf_counter() < end: pass
    print(n, "and", n)`, { clock: 'real' })
    expect(only(trace, 'print').slice(-3).map(({ text }) => text)).toEqual(['21 and 21\n', '22 and 22\n', '23 and 23\n'])
  })

  test('a program that is no Python has an empty one', async () => {
    expect((await traced(session(), 'this is no Python')).wire).toEqual([])
  })
})

test('a failing schedule tells what happened in it', async () => {
  const source = `
import threading
x = 0
def bump():
    global x
    x += 1
threads = [threading.Thread(target=bump, name=n) for n in "ab"]
for t in threads: t.start()
for t in threads: t.join()
print(x)
assert x == 2`
  const explore = { schedules: 500, strategy: 'random', depth: 3, preemptions: null, replay: null } as const
  const [one, other] = await Promise.all([perform(session(), source, { explore }), perform(session(), source, { explore })])
  const failureOf = ({ result }: typeof one) => result.kind === 'explored' && !('error' in result.exploration) ? result.exploration.failure! : null
  const trace = decodeTrace(failureOf(one)!.trace)
  expect(only(trace, 'start').map(({ name }) => name)).toEqual(['a', 'b'])
  expect(only(trace, 'yield').filter(({ line }) => line === 6)).toHaveLength(1)
  expect(only(trace, 'print')).toMatchObject([{ text: '1\n', line: 10 }])
  expect(only(trace, 'raise')).toMatchObject([{ thread: 1, type: 'AssertionError', line: 11 }])
  expect(failureOf(other)).toEqual(failureOf(one))
})
