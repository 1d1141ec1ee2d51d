/** The engine at the limit of recursion: whatever is raised there, nothing of it is left half changed. */
import { expect, test } from 'vitest'
import { printed, useSession } from '../support.ts'

const { session } = useSession()

/** For each operation: threads that do it one call deeper each time, until a RecursionError; then the operation must still work. */
const toTheLimit = `
import asyncio, concurrent.futures, queue, sys, threading, time
sys.setrecursionlimit(200)
lock, reentrant, condition, gate = threading.Lock(), threading.RLock(), threading.Condition(), threading.Event()
places, inbox, pool = threading.Semaphore(2), queue.Queue(), concurrent.futures.ThreadPoolExecutor(2)
def held(lock):
    with lock: time.sleep(0.0001)
def acquired(lock):
    lock.acquire()
    try: time.sleep(0.0001)
    finally: lock.release()
def placed():
    while not places.acquire(timeout=0.01): pass  # a release that ends in notify() wakes nobody, on CPython either
    try: time.sleep(0.0001)
    finally: places.release()
def notified():
    with condition: condition.notify(); condition.wait(0.001)
def event(): gate.set(); gate.clear(); gate.wait(0.001)
def queued(): inbox.put(1); inbox.get()
def started(): t = threading.Thread(target=int); t.start(); t.join()
steps = {
    "lock": lambda: held(lock), "apart": lambda: acquired(lock), "RLock": lambda: held(reentrant), "condition": notified,
    "semaphore": placed, "sleep(0)": lambda: time.sleep(0), "event": event, "queue": queued, "start": started,
    "future": lambda: pool.submit(int).result(),
}
def work(step, caught):
    def deeper():
        step()
        return deeper()
    try: deeper()
    except RecursionError: caught.append(1)
for name, step in steps.items():
    caught = []
    threads = [threading.Thread(target=work, args=(step, caught)) for _ in range(THREADS)]
    for t in threads: t.start()
    for t in threads: t.join()
    step()
    print(name, len(caught), lock.locked(), reentrant.acquire(False) and reentrant.release(), condition.acquire(False) and condition.release())
print(asyncio.run(asyncio.sleep(0.001, "end")))`

const operations = ['lock', 'apart', 'RLock', 'condition', 'semaphore', 'sleep(0)', 'event', 'queue', 'start', 'future']

test.each([1, 2, 4].flatMap(threads => [0, 1].map(seed => [threads, seed])))('%d threads recurse to the limit at each operation, with seed %d', async (threads, seed) => {
  expect(await printed(session(), toTheLimit.replace('THREADS', String(threads)), { seed }))
    .toBe(`${operations.map(name => `${name} ${threads} False None None\n`).join('')}end\n`)
})

test('two threads play ping-pong through queues to the limit', async () => {
  expect(await printed(session(), `
import queue, threading
def ping(inbox, outbox): outbox.put(1); inbox.get(); return ping(inbox, outbox)
def work(inbox, outbox):
    try: ping(inbox, outbox)
    except RecursionError: caught.append(1)
    outbox.put(0); outbox.put(0)
caught = []
a, b = queue.Queue(), queue.Queue()
threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for t in threads: t.start()
for t in threads: t.join()
print(len(caught))`)).toBe('2\n')
})

test('a thread has as many calls as on CPython', async () => {
  expect(await printed(session(), `
import threading
def depth(n=0):
    try: return depth(n + 1)
    except RecursionError: return n
thread = threading.Thread(target=lambda: print(depth())); thread.start(); thread.join()`)).toBe('995\n') // 3.14.10
})

/** Each of the engine's functions raises MemoryError at its first or second call by one of two threads, in each operation; the engine must be whole after it. */
const outOfMemory = `
import asyncio, concurrent.futures, queue, sys, threading, time
from itertools import count
from lab import host
from lab.threads import policies, scheduler
run = scheduler.run
def held(lock):
    with lock: time.sleep(0.0001)
def notified(condition):
    with condition: condition.notify(); condition.wait(0.001)
def event(gate): gate.set(); gate.clear(); gate.wait(0.001)
def queued(inbox):
    try: inbox.get(timeout=0.001)
    except queue.Empty: inbox.put(1)
def started(_): t = threading.Thread(target=int); t.start(); t.join()
def pooled(_):
    with concurrent.futures.ThreadPoolExecutor(1) as pool: pool.submit(int).result()
steps = {
    "lock": (threading.Lock, held), "RLock": (threading.RLock, held), "condition": (threading.Condition, notified),
    "semaphore": (threading.Semaphore, held), "sleep": (int, lambda _: time.sleep(0.0001)), "sleep(0)": (int, lambda _: time.sleep(0)),
    "event": (threading.Event, event), "queue": (queue.Queue, queued), "start": (int, started), "future": (int, pooled),
    "barrier": (lambda: threading.Barrier(2), lambda barrier: barrier.wait(0.01)), "asyncio": (int, lambda _: asyncio.run(asyncio.sleep(0.0001))),
}
places = [
    (scheduler, "heappush"), (scheduler, "GreenThread"), (host, "switch"), (host, "run_sync"), (policies.Seeded, "choose"), (type(run.clock), "now"),
    *((scheduler.Scheduler, name) for name in ("start", "block", "add_timer", "wake", "unwake", "switch_to", "fire_timers", "_dispatch", "_transfer", "_locate")),
]
exec(compile("""def fails(original, turn, count, code, frame_of):
    def failing(*arguments):
        frame = frame_of(0)
        while frame and frame.f_code is not code: frame = frame.f_back
        if frame and next(count) == turn: raise MemoryError
        return original(*arguments)
    return failing""", "fault.py", "exec"))  # no code of the program's, where threads may be switched
def work(step, thing, fault):
    owner, name, turn = fault
    original = getattr(owner, name)
    failing = fails(original, turn, count(1), work.__code__, sys._getframe)
    setattr(owner, name, failing)
    try: step(thing)
    except (MemoryError, threading.BrokenBarrierError): raised.append(1)
    except RuntimeError as error: raised.append(str(error))
    finally: setattr(owner, name, original)
def beside(step, thing):
    try: step(thing)
    except (threading.BrokenBarrierError, queue.Empty): pass
main_room, raised, threading.excepthook = run.main.room.value, [], lambda args: raised.append(args.exc_type)
for name, (make, step) in steps.items():
    raised.clear()
    for owner, place in places:
        for turn in (1, 2):
            thing = make()
            threads = [threading.Thread(target=beside, args=(step, thing), daemon=True), threading.Thread(target=work, args=(step, thing, (owner, place, turn)), daemon=True)]
            for t in threads: t.start()
            for t in threads: t.join(5)
            stuck = [t for t in threads if t.is_alive()]
            time.sleep(0.1)  # whom it started may still be on the way
            whole = len(run.threads) == 1 and not run.ready and run.current is run.main and run.main.state == "running" and run.main.room.value == main_room
            if stuck or not whole: print(name, place, turn, "is stuck" if stuck else "is not whole", run.threads, run.ready, raised)
            step(make()) if name != "barrier" else None
    print(name, len(raised) > 0)`

test('out of memory in any function of the engine, at each operation', { timeout: 240_000 }, async () => {
  expect(await printed(session(), outOfMemory)).toBe(['lock', 'RLock', 'condition', 'semaphore', 'sleep', 'sleep(0)', 'event', 'queue', 'start', 'future', 'barrier', 'asyncio'].map(name => `${name} True\n`).join(''))
})

test('processes at the limit of recursion: whatever is cut off, the next ones work', { timeout: 240_000 }, async () => {
  expect(await printed(session(), `
import multiprocessing, sys
def started(_): process = multiprocessing.Process(target=int); process.start(); process.join(); return process.exitcode
def locked(lock):
    with lock: return 0
def sent(ends): ends[0].send(0); return ends[1].recv()
def queued(queue): queue.put(0); return queue.get()
def deeper(step, thing, left):
    if left < 0: step(thing)
    return deeper(step, thing, left - 1)
if __name__ == "__main__":
    sys.setrecursionlimit(150)
    for step, make, first in (locked, multiprocessing.Lock, 60), (sent, multiprocessing.Pipe, 60), (queued, multiprocessing.Queue, 60), (started, int, 100):
        try: deeper(step, make(), first)
        except RecursionError: print(step.__name__, step(make()))`)).toBe('locked 0\nsent 0\nqueued 0\nstarted 0\n')
})
