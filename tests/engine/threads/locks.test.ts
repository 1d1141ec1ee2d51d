/** Locks and what is built of them, pools, contexts, logs: the standard library's own. */
import { describe, expect, test } from 'vitest'
import { printed, useSession } from '../support.ts'

const { session } = useSession()

describe('locks and their kin', () => {
  test('a lock is released by anybody, an RLock by its owner only', async () => {
    expect(await printed(session(), `
import threading
lock, rlock = threading.Lock(), threading.RLock()
lock.acquire(); rlock.acquire(); rlock.acquire()
def other():
    lock.release(); print("released")
    print(rlock.acquire(blocking=False))
    try: rlock.release()
    except RuntimeError as e: print(e)
t = threading.Thread(target=other); t.start(); t.join()
print(lock.locked(), rlock.locked(), lock.acquire(timeout=1), lock.acquire(timeout=1))`))
      .toBe('released\nFalse\ncannot release un-acquired lock\nFalse True True False\n')
  })

  test('a wait ends at its time-out, also when the lock was free for a moment just before', async () => {
    expect(await printed(session(), `
import threading, time
lock = threading.Lock()
def wait():
    begin = time.monotonic()
    print(lock.acquire(timeout=0.002), time.monotonic() - begin < 1)
lock.acquire()
begin = time.monotonic()
t = threading.Thread(target=wait); t.start()
time.sleep(0.0005)
lock.release()
while time.monotonic() < begin + 0.004: pass
lock.acquire()
time.sleep(10)
t.join()`)).toBe('False True\n')
  })

  test.each(['Lock', 'RLock'])('who has waited for a millisecond is handed a %s, though its last holder wants it again at once', async (kind) => {
    const source = (seconds: number) => `
import threading, time
lock, got = threading.${kind}(), []
def wait():
    with lock: got.append("waiter")
with lock:
    t = threading.Thread(target=wait); t.start()
    time.sleep(${seconds})
with lock: got.append("again")
t.join()
print(got)`
    expect(await printed(session(), source(0.002))).toBe(`['waiter', 'again']\n`)
    expect(await printed(session(), source(0.0005))).toBe(`['again', 'waiter']\n`)
  })

  test('Condition, Semaphore, Event, Barrier, Timer work across threads', async () => {
    expect(await printed(session(), `
import threading, time
out = []
condition = threading.Condition(); items = []
def take():
    with condition:
        condition.wait_for(lambda: items); out.append(items.pop())
t = threading.Thread(target=take); t.start()
with condition: items.append("item"); condition.notify()
t.join()
barrier = threading.Barrier(3)
def meet(n):
    time.sleep(n); barrier.wait(); out.append(time.monotonic() - begin)
begin = time.monotonic()
ts = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(out[0], [round(x) for x in out[1:]])
event = threading.Event()
threading.Timer(10, event.set).start()
print(event.wait(5), event.wait(6), round(time.monotonic() - begin))
slots, busy, most = threading.Semaphore(2), 0, 0
def use():
    global busy, most
    with slots:
        busy += 1; most = max(most, busy); time.sleep(1); busy -= 1
ts = [threading.Thread(target=use) for _ in range(6)]
for t in ts: t.start()
for t in ts: t.join()
print(most, round(time.monotonic() - begin))`)).toBe('item [2, 2, 2]\nFalse True 12\n2 15\n')
  })

  test('queues block, time out, and shut down', async () => {
    expect(await printed(session(), `
import queue, threading
q = queue.Queue(maxsize=2)
def produce():
    for n in range(5): q.put(n)
    q.shutdown()
got = []
def consume():
    try:
        while True: got.append(q.get())
    except queue.ShutDown: got.append("down")
ts = [threading.Thread(target=f) for f in (produce, consume)]
for t in ts: t.start()
for t in ts: t.join()
print(got)
for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    k = kind(); [k.put(n) for n in (2, 1, 3)]; print([k.get() for _ in range(3)])
try: q2 = queue.Queue(); q2.get(timeout=3)
except queue.Empty: print("empty")`)).toBe('[0, 1, 2, 3, 4, \'down\']\n[2, 1, 3]\n[3, 1, 2]\n[1, 2, 3]\n[2, 1, 3]\nempty\n')
  })
})

describe('pools, contexts, logs', () => {
  test('a pool keeps order, keeps errors until asked, and refuses after its end', async () => {
    expect(await printed(session(), `
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(lambda n: (time.sleep(3 - n), n * n)[1], range(3))))
    futures = {pool.submit(time.sleep, n): n for n in (3, 1, 2)}
    print([futures[f] for f in as_completed(futures)])
    bad = pool.submit(lambda: 1 / 0)
print(type(bad.exception()).__name__, bad.done())
try: pool.submit(print)
except RuntimeError as e: print(e)`)).toBe('[0, 1, 4]\n[1, 2, 3]\nZeroDivisionError True\ncannot schedule new futures after shutdown\n')
  })

  test('a thread begins with an empty context, and loggers name it', async () => {
    expect(await printed(session(), `
import contextvars, logging, sys, threading, functools
v = contextvars.ContextVar("v", default="default"); v.set("main")
logging.basicConfig(stream=sys.stdout, format="%(threadName)s %(message)s")
def f(): logging.warning(v.get()); v.set("thread")
t = threading.Thread(target=f, name="T"); t.start(); t.join()
logging.warning(v.get())
@functools.lru_cache
def slow(x): calls.append(x); return x
calls = []
ts = [threading.Thread(target=slow, args=(1,)) for _ in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(calls)`)).toBe('T default\nMainThread main\n[1]\n')
  })
})
