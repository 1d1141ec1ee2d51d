/** What a run tells of itself: threads, locks, queues, futures, tasks, prints, exceptions. */
import { describe, expect, test } from 'vitest'
import { useSession } from '../support.ts'
import { only, told, traced } from './traces.ts'

const { session } = useSession()

const twoThreads = `
import threading, time
lock = threading.Lock()
def work():
    with lock:
        time.sleep(1)
a = threading.Thread(target=work, name="a")
b = threading.Thread(target=work, name="b", daemon=True)
a.start(); b.start()
a.join(); b.join()
print("all", "done")`

describe('threads', () => {
  test('are told from their start to their end: who runs, who waits for what, where and since when', async () => {
    const { trace } = await traced(session(), twoThreads)
    expect(only(trace, 'start')).toMatchObject([
      { thread: 1, child: 2, name: 'a', daemon: false, line: 9 },
      { thread: 1, child: 3, name: 'b', daemon: true, line: 9 },
    ])
    const lock = trace.objects.find(({ name }) => name === 'lock')!
    expect(lock.type).toBe('Lock')
    expect(told(only(trace, 'acquire', 'release').filter(({ object }) => object === lock.id)))
      .toEqual(['2 5 acquire', '2 5 release', '3 5 acquire', '3 5 release'])
    const blocked = only(trace, 'wait').find(({ object }) => object === lock.id)!
    expect(blocked).toMatchObject({ thread: 3, line: 5, for: 'lock', through: null })
    const woken = only(trace, 'ready').find(({ thread, time }) => thread === 3 && time > blocked.time)!
    expect(woken.woken).toBe(true)
    expect(woken.time - blocked.time).toBeCloseTo(1, 3)
    expect(only(trace, 'wait').filter(event => event.for === 'sleep')).toMatchObject([{ thread: 2, line: 6 }, { thread: 3, line: 6 }])
    expect(only(trace, 'ready').filter(({ line, woken }) => line === 6 && !woken)).toHaveLength(2)
    expect(only(trace, 'wait').find(({ through }) => through === 'Thread.join')).toMatchObject({ for: 'thread', line: 10 })
    expect(told(only(trace, 'end'))).toEqual(['2 - end', '3 - end', '1 - end'])
    expect(trace.duration).toBeCloseTo(2, 3)
  })

  test('have the interpreter one at a time, from one event to the next', async () => {
    const { trace } = await traced(session(), twoThreads)
    let holder: number | null = null
    let time = 0
    for (const event of trace.events) {
      expect(event.time).toBeGreaterThanOrEqual(time)
      time = event.time
      if (event.kind === 'run') {
        expect(holder).toBe(null)
        holder = event.thread
      }
      else if (event.kind === 'ready') continue
      else {
        if (event.kind === 'wait' && event.thread !== holder) continue // offered and withdrawn
        expect(event.thread).toBe(holder)
        if (['wait', 'interval', 'yield', 'end'].includes(event.kind)) holder = null
      }
    }
  })

  test('that lose the interpreter after a switch interval say so; sleep(0) is giving way', async () => {
    const { trace } = await traced(session(), `
import threading, time
def spin():
    for _ in range(300_000): pass
threads = [threading.Thread(target=spin) for _ in range(2)]
for t in threads: t.start()
time.sleep(0)
for t in threads: t.join()`)
    expect(only(trace, 'yield')).toMatchObject([{ thread: 1, line: 7 }])
    const lost = only(trace, 'interval')
    expect(lost.length).toBeGreaterThan(3)
    expect(new Set(told(lost))).toEqual(new Set(['2 4 interval', '3 4 interval']))
  })

  test('that raise tell it, the main one too', async () => {
    const { trace } = await traced(session(), `
import threading
def bad():
    raise KeyError("gone")
t = threading.Thread(target=bad)
t.start(); t.join()
1 / 0`)
    expect(only(trace, 'raise')).toMatchObject([
      { thread: 2, line: 4, type: 'KeyError', message: '\'gone\'' },
      { thread: 1, line: 7, type: 'ZeroDivisionError', message: 'division by zero' },
    ])
  })
})

describe('the library', () => {
  test('puts and gets; who waits in a queue waits for the queue, and its own locks are no events', async () => {
    const { trace } = await traced(session(), `
import queue, threading
jobs = queue.Queue(1)
def work():
    for _ in range(3): jobs.put("x")
threading.Thread(target=work).start()
for _ in range(3): jobs.get()`)
    const id = trace.objects.find(({ name }) => name === 'jobs')!.id
    expect(told(only(trace, 'put', 'get', 'acquire', 'release'), 'object').sort())
      .toEqual([...Array(3).fill(`1 7 get ${id}`), ...Array(3).fill(`2 5 put ${id}`)])
    expect(only(trace, 'wait').map(({ through, object }) => [through, object])).toContainEqual(['Queue.put', id])
  })

  test('conditions, semaphores and RLocks: what the program acquires, by its own name for it', async () => {
    const { trace } = await traced(session(), `
import threading
class Box:
    def __init__(self):
        self.ready = threading.Condition()
        self.places = threading.Semaphore(1)
        self.twice = threading.RLock()
    def take(self):
        with self.ready:
            self.ready.wait(1)
        with self.places, self.twice, self.twice:
            pass
box = Box()
t = threading.Thread(target=box.take)
t.start()
with box.ready: box.ready.notify()
t.join()`)
    const name = new Map(trace.objects.map(({ id, type, name }) => [id, `${type} ${name}`]))
    expect(only(trace, 'acquire', 'release').filter(({ thread }) => thread === 2).map(({ kind, line, object }) => `${line} ${kind} ${name.get(object)}`)).toEqual([
      '9 acquire Condition box.ready', '10 release Condition box.ready', '10 acquire Condition box.ready', '9 release Condition box.ready',
      '11 acquire Semaphore box.places', '11 acquire RLock box.twice', '11 release RLock box.twice', '11 release Semaphore box.places'])
    expect(only(trace, 'wait').find(({ through }) => through === 'Condition.wait')).toMatchObject({ thread: 2, line: 10, for: 'lock' })
  })

  test('futures: given to an executor, and settled in another thread', async () => {
    const { trace } = await traced(session(), `
from concurrent.futures import ThreadPoolExecutor
def double(x): return 2 * x
def fail(x): raise ValueError(x)
with ThreadPoolExecutor(2) as pool:
    pool.submit(double, 1); pool.submit(fail, 2)`)
    const [one, two] = only(trace, 'submit')
    expect([one, two]).toMatchObject([{ name: 'double', thread: 1, line: 6 }, { name: 'fail', thread: 1, line: 6 }])
    expect(only(trace, 'settle').map(({ future, outcome, thread }) => [future, outcome, thread > 1]))
      .toEqual([[one!.future, 'returned', true], [two!.future, 'raised', true]])
    expect(only(trace, 'wait').map(({ through }) => through)).toContain('SimpleQueue.get')
  })

  test('tasks: made by whom, running, waiting for what, at which line, and how they ended', async () => {
    const { trace } = await traced(session(), `
import asyncio
async def fetch(n):
    await asyncio.sleep(n)
    if n == 2: raise ValueError
async def main():
    jobs = asyncio.Queue()
    late = asyncio.create_task(asyncio.sleep(60), name="late")
    async def wait():
        await jobs.get()
    waiting = asyncio.create_task(wait())
    await asyncio.gather(fetch(1), fetch(2), return_exceptions=True)
    late.cancel()
    await jobs.put(1)
    await waiting
asyncio.run(main())`)
    const tasks = only(trace, 'task')
    expect(tasks.map(({ task, name, parent, line }) => [task, name, parent, line])).toEqual([
      [1, 'Task-1 (main)', null, 16], [2, 'late', 1, 8], [3, 'Task-2 (wait)', 1, 11], [4, 'Task-3 (fetch)', 1, 12], [5, 'Task-4 (fetch)', 1, 12]])
    expect(only(trace, 'suspend').map(({ task, what, line }) => [task, what, line])).toEqual([
      [1, 'gather', 12], [2, 'sleep', null], [3, 'Queue.get', 10], [4, 'sleep', 4], [5, 'sleep', 4], [1, 'Task-2', 15]])
    expect(Object.fromEntries(only(trace, 'done').map(({ task, outcome }) => [task, outcome])))
      .toEqual({ 1: 'returned', 2: 'cancelled', 3: 'returned', 4: 'returned', 5: 'raised' })
    expect(only(trace, 'put', 'get').map(({ kind, line }) => `${kind} ${line}`)).toEqual(['put 14', 'get 10'])
    expect(only(trace, 'wait').filter(event => event.for === 'loop').length).toBeGreaterThan(1)
  })
})

describe('what is printed and asked', () => {
  test('is told with its line, a print at a time; input() is waiting', async () => {
    const { trace } = await traced(session(), `
import sys
print("a", "b", 3)
print("no end", end="")
print()
print("to", "you", file=sys.stderr)
print("x" * 500)
input("Name? ")`)
    expect(only(trace, 'print').map(({ line, stream, text }) => [line, stream, text])).toEqual([
      [3, 'stdout', 'a b 3\n'], [4, 'stdout', 'no end'], [5, 'stdout', '\n'], [6, 'stderr', 'to you\n'], [7, 'stdout', 'x'.repeat(200)]])
    expect(only(trace, 'wait')).toMatchObject([{ for: 'input', line: 8, object: null, through: null }])
    expect(told(only(trace, 'line'))).toEqual([2, 3, 4, 5, 6, 7, 8].map(line => `1 ${line} line`))
  })
})
