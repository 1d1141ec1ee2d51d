/** Where a thread may lose the interpreter, and what is said of threads that wait for ever. */
import { expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

const counting = (update: string, turns = 20_000) => `
import threading
x = 0
def one(): return 1
def bump():
    global x
    for _ in range(${turns}): ${update}
threads = [threading.Thread(target=bump) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(x)`

test('with the GIL, x += 1 loses nothing; with a call in between it does', async () => {
  expect(await printed(session(), counting('x += 1', 100_000))).toBe('200000\n')
  expect(Number(await printed(session(), counting('x += one()', 100_000)))).toBeLessThan(200_000)
})

test('before every bytecode, x += 1 loses updates: the same for the same seed, others for another', async () => {
  const how = { switch: 'every-bytecode' } as const
  const [one, again, other] = await Promise.all([0, 0, 1].map(seed => printed(session(), counting('x += 1'), { ...how, seed })))
  expect(Number(one)).toBeLessThan(40_000)
  expect(Number(one)).toBeGreaterThan(1000)
  expect(again).toBe(one)
  expect(other).not.toBe(one)
})

test('before every bytecode, a lock still keeps others out', async () => {
  const source = counting('lock.acquire(); x += 1; lock.release()', 1000).replace('x = 0', 'x = 0; lock = threading.Lock()')
  expect(await printed(session(), source, { switch: 'every-bytecode' })).toBe('2000\n')
})

test('threads that wait for ever when the program ends are told, by what they wait for', async () => {
  const { result, stdout, stderr } = await perform(session(), `
import queue, threading, time
jobs, gate = queue.Queue(), threading.Lock()
gate.acquire()
def wait(): gate.acquire()
def work():
    while True: jobs.get()
def nap(): time.sleep(1000)
for job in (wait, work, nap): threading.Thread(target=job, name=job.__name__, daemon=True).start()
print("done")`)
  expect(stdout + stderr).toBe('done\n')
  expect(result).toMatchObject({ kind: 'done', waiting: ['wait waits for gate, held by MainThread, line 5', 'work waits in Queue.get(), line 7'] })
})

test('of a program whose threads have all ended, and of a deadlock, nothing more is said', async () => {
  const fine = await perform(session(), 'import threading\nthreading.Thread(target=int).start()')
  expect(fine.result).not.toHaveProperty('waiting')
  const stuck = await perform(session(), 'import threading\nlock = threading.Lock()\nlock.acquire()\nthreading.Thread(target=lock.acquire).start()')
  expect(stuck.result).toMatchObject({ kind: 'raised', error: { type: 'Deadlock' } })
  expect(stuck.result).not.toHaveProperty('waiting')
})

const aloneAgain = `
import sys, threading, time
class Knot:
    untied = 0
    def __init__(self): self.me = self
    def __del__(self): Knot.untied += 1
def work():
    begin = time.perf_counter()
    for _ in range(20_000): pass
    return time.perf_counter() - begin
def watched(): return sys.monitoring.get_tool(4) is not None
alone, seen, times = work(), [watched()], []
for _ in range(2):
    thread = threading.Thread(target=int); thread.start(); thread.join()
    seen.append(watched())
    work()
    times.append(work())
    seen.append(watched())
print(seen)
for _ in range(100_000): Knot()
print(Knot.untied > 50_000)
print([0.9 < time / alone < 1.1 for time in times])`

test.each([['gil', '[False, False, False, False, False]'], ['every-bytecode', '[False, True, False, True, False]']] as const)(
  'a thread that is alone again is collected for by CPython, and is not watched until another starts (%s)',
  async (how, watched) => {
    expect(await printed(session(), aloneAgain, { switch: how })).toBe(`${watched}\nTrue\n[True, True]\n`)
  },
)

test('a thread that is alone, but not the last one, stays watched: it loses the interpreter to one that wakes', async () => {
  expect(await printed(session(), `
import threading, time
def nap():
    time.sleep(0.01); print("awake")
thread = threading.Thread(target=nap); thread.start()
while thread.is_alive(): pass
print("end")`)).toBe('awake\nend\n')
})
