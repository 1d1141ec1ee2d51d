/** Programs that do what nobody should: each gets what CPython gives, or a clear sentence. */
import { expect, test } from 'vitest'
import { errorOf, perform, printed, useSession } from '../support.ts'

const { session } = useSession()

test('recursion without an end in a thread is a RecursionError of that thread', async () => {
  const { stdout, stderr, result } = await perform(session(), `import threading
def fall(n): return fall(n + 1)
t = threading.Thread(target=fall, args=(0,), name="diver")
t.start(); t.join()
print("main goes on")`)
  expect([result.kind, stdout]).toEqual(['done', 'main goes on\n'])
  expect(stderr).toMatch(/^Exception in thread diver:\nTraceback/)
  expect(stderr).toContain('RecursionError: maximum recursion depth exceeded')
  expect(stderr.length).toBeLessThan(2000)
})

test('a daemon that spins does not keep the program from ending, and a lock that is never given back is told', async () => {
  expect(await printed(session(), `import threading, time
def spin():
    while True: pass
threading.Thread(target=spin, daemon=True).start()
time.sleep(0.05)
print("end")`)).toBe('end\n')
  const { message } = await errorOf(session(), `import threading
lock = threading.Lock()
def take(): lock.acquire()
a, b = threading.Thread(target=take, name="a"), threading.Thread(target=take, name="b")
a.start(); a.join(); b.start(); b.join()`)
  expect(message).toBe('no thread can go on\n  MainThread waits for b to end, line 5\n  b waits for lock, held by a, which has ended, line 3')
})

test.each([
  ['lock.release()', 'RuntimeError: release unlocked lock'],
  ['rlock.release()', 'RuntimeError: cannot release un-acquired lock'],
  ['lock.acquire(timeout=-2)', 'ValueError: timeout value must be a non-negative number'],
  ['lock.acquire(timeout=1e300)', 'OverflowError: timestamp out of range for C PyTime_t'],
  ['lock.acquire(False, 1)', 'ValueError: can\'t specify a timeout for a non-blocking call'],
  ['time.sleep(-1)', 'ValueError: sleep length must be non-negative'],
  ['threading.current_thread().join()', 'RuntimeError: cannot join current thread'],
  ['t = threading.Thread(); t.start(); t.start()', 'RuntimeError: threads can only be started once'],
  ['threading.Thread().join()', 'RuntimeError: cannot join thread before it is started'],
  ['condition.wait()', 'RuntimeError: cannot wait on un-acquired lock'],
  ['condition.notify()', 'RuntimeError: cannot notify on un-acquired lock'],
  ['threading.BoundedSemaphore().release()', 'ValueError: Semaphore released too many times'],
  ['pool = ThreadPoolExecutor(); pool.shutdown(); pool.submit(int)', 'RuntimeError: cannot schedule new futures after shutdown'],
  ['ThreadPoolExecutor(0)', 'ValueError: max_workers must be greater than 0'],
  ['threading.Barrier(2).wait(timeout=0.1)', 'threading.BrokenBarrierError'],
  ['import asyncio; asyncio.run(asyncio.run)', 'TypeError: An asyncio.Future, a coroutine or an awaitable is required'],
])('%s', async (statement, words) => {
  const { traceback } = await errorOf(session(), `import threading, time
from concurrent.futures import ThreadPoolExecutor
lock, rlock, condition = threading.Lock(), threading.RLock(), threading.Condition()
${statement}`)
  expect(traceback.trimEnd().split('\n').at(-1)).toContain(words)
})

test('a join with a time-out that is negative or huge waits not at all, or until the end', async () => {
  expect(await printed(session(), `import threading, time
t = threading.Thread(target=time.sleep, args=(5,))
t.start()
t.join(-1); print(t.is_alive())
t.join(0.5); print(t.is_alive())
t.join(1e6); print(t.is_alive(), time.monotonic() < 100)
try: t.join(1e300)
except OverflowError as error: print(error)`)).toBe('True\nTrue\nFalse True\ntimestamp out of range for C PyTime_t\n')
})
