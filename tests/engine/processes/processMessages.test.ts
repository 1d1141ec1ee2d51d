/** What processes share and hand over: queues, pipes, locks. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

/** A program whose `body` is run in the main process only. */
const program = (definitions: string, body: string) => `
import multiprocessing as mp, os, queue, sys, threading, time
${definitions}
if __name__ == "__main__":
${body.replace(/^/gm, '    ')}
`

describe('what processes say to each other', () => {
  test('goes through a queue in order, both ways, and a queue can be full, empty and closed', async () => {
    expect(await printed(session(), program(`
def work(inbox, outbox):
    while (item := inbox.get()) is not None: outbox.put((item, item * 2))
    outbox.put("end")`, `
inbox, outbox = mp.Queue(), mp.Queue()
p = mp.Process(target=work, args=(inbox, outbox)); p.start()
for item in (1, "ab", [3], None): inbox.put(item)
print(list(iter(outbox.get, "end"))); p.join()
q = mp.Queue(1); q.put("x")
try: q.put("y", timeout=0.05)
except queue.Full as e: print("full", q.full(), q.qsize())
print(q.get())
try: q.get(timeout=0.05)
except queue.Empty: print("empty", q.empty())
try: q.get_nowait()
except queue.Empty: print("still empty")
q.close()
try: q.put(1)
except ValueError as e: print(str(e).startswith("Queue <"))
s = mp.SimpleQueue(); s.put({1}); print(s.empty(), s.get(), s.empty())`)))
      .toBe('[(1, 2), (\'ab\', \'abab\'), ([3], [3, 3])]\nfull True 1\nx\nempty True\nstill empty\nTrue\nFalse {1} True\n')
  })

  test('what cannot be pickled is told by the thread that feeds the queue', async () => {
    const { stdout, stderr } = await perform(session(), program('', 'q = mp.Queue(); q.put(lambda: 1); q.put(2); print(q.get())'))
    expect(stdout).toBe('2\n')
    expect(stderr).toMatch(/PicklingError: Can't pickle <function <lambda> at 0x[0-9a-f]+>: it's not found as __main__.<lambda>\n/)
  })

  test('a queue can be waited for until all is done', async () => {
    expect(await printed(session(), program(`
def work(q):
    while True:
        print("did", q.get(), flush=True); q.task_done()`, `
q = mp.JoinableQueue()
mp.Process(target=work, args=(q,), daemon=True).start()
for n in range(3): q.put(n)
q.join(); print("all done")
try: q.task_done()
except ValueError as e: print(e)`))).toBe('did 0\ndid 1\ndid 2\nall done\ntask_done() called too many times\n')
  })

  test('a pipe carries objects and bytes, and ends when nobody can write any more', async () => {
    expect(await printed(session(), program(`
def echo(conn):
    try:
        while True: conn.send(conn.recv() * 2)
    except EOFError: print("child saw the end")`, `
here, there = mp.Pipe()
p = mp.Process(target=echo, args=(there,)); p.start()
there.close()
for item in (1, "a", [None]): here.send(item); print(here.recv(), here.poll())
here.close(); p.join()
r, w = mp.Pipe(duplex=False)
print(r.poll(0.01), r.readable, r.writable)
w.send_bytes(b"x" * 40000); print(r.poll(), len(r.recv_bytes()))
w.send_bytes(b"abc"); buffer = bytearray(5); print(r.recv_bytes_into(buffer), buffer)
for attempt in (lambda: w.recv(), lambda: r.send(1), lambda: r.fileno() < 0 or w.close() or r.recv(), lambda: w.send(1)):
    try: attempt()
    except (OSError, EOFError) as e: print(type(e).__name__, e)
r, w = mp.Pipe(False); r.close()
try: w.send(1)
except BrokenPipeError as e: print(e.strerror)`))).toBe('2 False\naa False\n[None, None] False\nchild saw the end\nFalse True False\nTrue 40000\n3 bytearray(b\'abc\\x00\\x00\')\n'
  + 'OSError connection is write-only\nOSError connection is read-only\nEOFError \nOSError handle is closed\nBroken pipe\n')
  })

  test('a child that has ended is the end of its pipes, and a full pipe makes its writer wait', async () => {
    expect(await printed(session(), program(`
def leave(conn): conn.send("bye")
def flood(conn, done):
    for n in range(4): conn.send_bytes(bytes(30_000)); done.put(n)`, `
r, w = mp.Pipe(False)
p = mp.Process(target=leave, args=(w,)); p.start(); w.close()
print(r.recv())
try: r.recv()
except EOFError: print("ended")
r, w = mp.Pipe(False); done = mp.SimpleQueue()
p = mp.Process(target=flood, args=(w, done)); p.start()
print(done.get(), done.get()); time.sleep(0.2); print(done.empty(), p.is_alive())
for n in range(4): r.recv_bytes()
p.join(); print(done.get(), done.get())`))).toBe('bye\nended\n0 1\nTrue True\n2 3\n')
  })

  test('a connection can be sent through a connection, and several be waited for', async () => {
    expect(await printed(session(), program(`
def answer(conn):
    while True: conn.recv().send(os.getpid())`, `
from multiprocessing.connection import wait
here, there = mp.Pipe()
p = mp.Process(target=answer, args=(there,), daemon=True); p.start()
r, w = mp.Pipe(False)
here.send(w); print(r.recv() == p.pid)
a, b = mp.Pipe(), mp.Pipe()
print(wait([a[0], b[0]], 0.05), wait([a[0]], 0))
b[1].send(1); print(wait([a[0], b[0], p.sentinel]) == [b[0]])
p.kill(); print(wait([a[0], b[0], p.sentinel], 5) == [b[0], p.sentinel])`))).toBe('True\n[] []\nTrue\nTrue\n')
  })
})

describe('locks of processes', () => {
  test('keep others out, count, and refuse what CPython refuses', async () => {
    expect(await printed(session(), program(`
def write(lock, n):
    with lock:
        for c in "ab": print(n, c, flush=True); time.sleep(0.02)`, `
lock = mp.Lock()
children = [mp.Process(target=write, args=(lock, n)) for n in range(2)]
lock.acquire(); [p.start() for p in children]; time.sleep(0.2); print("held"); lock.release()
[p.join() for p in children]
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.02), lock, lock.locked()); lock.release()
for bad in (lock.release, mp.RLock().release, mp.BoundedSemaphore(2).release, lambda: mp.Semaphore(-1)):
    try: bad()
    except Exception as e: print(type(e).__name__, getattr(e, "strerror", None) or e)
r = mp.RLock(); print(r.acquire(), r.acquire(), r); r.release(); r.release()
s = mp.Semaphore(2); print(s.acquire(), s.get_value(), s); t = threading.Thread(target=s.acquire); t.start(); t.join(); print(s)`)).then(text => text.replace(/^(\d) a\n\1 b\n(\d) a\n\2 b$/m, 'in turn')))
      .toBe('held\nin turn\nTrue False False <Lock(owner=MainProcess)> True\nValueError semaphore or lock released too many times\n'
        + 'AssertionError attempt to release recursive lock not owned by thread\nValueError semaphore or lock released too many times\nOSError Invalid argument\n'
        + 'True True <RLock(MainProcess, 2)>\nTrue 1 <Semaphore(value=1)>\n<Semaphore(value=0)>\n')
  })

  test('events, conditions and barriers reach other processes', async () => {
    expect(await printed(session(), program(`
def waiter(event, condition, barrier):
    event.wait(); print("event")
    with condition: condition.notify()
    print("barrier", barrier.wait() in (0, 1))`, `
event, condition, barrier = mp.Event(), mp.Condition(), mp.Barrier(2)
p = mp.Process(target=waiter, args=(event, condition, barrier)); p.start()
print(event.is_set(), event.wait(0.02))
with condition:
    event.set(); print(condition.wait(5), condition.wait(0.02))
barrier.wait(5); p.join(); print(barrier.broken, barrier.n_waiting)
try: barrier.wait(0.02)
except threading.BrokenBarrierError: print("broken", barrier.broken)`))).toBe('False False\nevent\nTrue False\nbarrier True\nFalse 0\nbroken True\n')
  })
})
