/** `threading`: the standard library's own, as on any CPython. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

describe('threads', () => {
  test('start, run beside each other, and are joined', async () => {
    expect(await printed(session(), `
import threading, time
def work(name):
    for step in range(2):
        print(name, step)
        time.sleep(1)
threads = [threading.Thread(target=work, args=(n,), name=n) for n in "ab"]
for t in threads: t.start()
print(threading.active_count(), [t.name for t in threading.enumerate()], threads[0].is_alive())
for t in threads: t.join()
print(threads[0].is_alive(), threads[0].ident != threads[1].ident, threading.current_thread().name)`))
      .toBe('a 0\nb 0\n3 [\'MainThread\', \'a\', \'b\'] True\na 1\nb 1\nFalse True MainThread\n')
  })

  test('that are not daemons are waited for at the end; daemons are cut off, their finally too', async () => {
    expect(await printed(session(), `
import threading, time
def slow():
    time.sleep(5); print("slow done")
def daemon():
    try:
        time.sleep(60); print("never")
    finally:
        print("not even this")
threading.Thread(target=slow).start()
threading.Thread(target=daemon, daemon=True).start()
print("main done")`)).toBe('main done\nslow done\n')
  })

  test('that raise are reported by name, and the others go on', async () => {
    const { stdout, stderr, result } = await perform(session(), `
import threading
def bad(): 1 / 0
t = threading.Thread(target=bad, name="worker")
t.start(); t.join()
print("main goes on")`)
    expect(result.kind).toBe('done')
    expect(stdout).toBe('main goes on\n')
    expect(stderr).toMatch(/^Exception in thread worker:\nTraceback \(most recent call last\):\n/)
    expect(stderr).toMatch(/File "gil\/test.py", line 3, in bad\n[\s\S]*ZeroDivisionError: division by zero\n$/)
    expect(stderr).not.toContain('/lab/')
  })

  test('have hooks, idents, names, a stack size, and locals of their own', async () => {
    expect(await printed(session(), `
import threading
threading.excepthook = lambda a: print("hook", a.exc_type.__name__, a.thread.name)
local = threading.local(); local.x = "main"
def f():
    print(hasattr(local, "x")); local.x = 1; raise KeyError
t = threading.Thread(target=f, name="t"); t.start(); t.join()
print(local.x, threading.get_ident() == threading.main_thread().ident, threading.stack_size())`))
      .toBe('False\nhook KeyError t\nmain True 0\n')
  })

  test('refuse what CPython refuses', async () => {
    expect(await printed(session(), `
import threading, _thread
def expect(error, f, *args):
    try: f(*args)
    except error as e: print(type(e).__name__ + ":", e)
    else: print("nothing raised")
t = threading.Thread(target=int)
expect(RuntimeError, t.join)
t.start()
expect(RuntimeError, t.start)
expect(RuntimeError, threading.current_thread().join)
lock = threading.Lock()
expect(RuntimeError, lock.release)
expect(ValueError, lock.acquire, False, 1)
expect(ValueError, lock.acquire, True, -2)
expect(OverflowError, lock.acquire, True, 1e100)
expect(RuntimeError, threading.RLock().release)
expect(ValueError, threading.BoundedSemaphore(1).release)
expect(ValueError, threading.Semaphore, -1)
expect(TypeError, _thread.start_new_thread, 1, ())`)).toBe(`RuntimeError: cannot join thread before it is started
RuntimeError: threads can only be started once
RuntimeError: cannot join current thread
RuntimeError: release unlocked lock
ValueError: can't specify a timeout for a non-blocking call
ValueError: timeout value must be a non-negative number
OverflowError: timestamp out of range for C PyTime_t
RuntimeError: cannot release un-acquired lock
ValueError: Semaphore released too many times
ValueError: semaphore initial value must be >= 0
TypeError: first arg must be callable
`)
  })

  test('by the thousand: 1,000 at once, and 5,000 are refused with CPython\'s words or run', async () => {
    expect(await printed(session(), `
import threading
n = 0
def f():
    global n
    n += 1
ts = [threading.Thread(target=f) for _ in range(1000)]
for t in ts: t.start()
for t in ts: t.join()
print(n)`)).toBe('1000\n')
    expect(await printed(session(), `
import threading
gate = threading.Event()
ts = []
try:
    for _ in range(5000):
        t = threading.Thread(target=gate.wait); t.start(); ts.append(t)
except RuntimeError as e:
    print(e)
gate.set()
for t in ts: t.join()
print(len(ts) > 4000)`)).toBe('can\'t start new thread\nTrue\n')
  })
})

test('what a thread of start_new_thread raises is told, without the engine, and the others go on', async () => {
  const { result, stdout, stderr } = await perform(session(), `
import _thread, time
def fail(): raise ValueError("x")
_thread.start_new_thread(fail, ())
time.sleep(1)
print("went on")`)
  expect(result.kind).toBe('done')
  expect(stdout).toBe('went on\n')
  expect(stderr).toMatch(/^Exception ignored in thread started by <function fail at 0x[^]+line 3, in fail\n[^]*ValueError: x\n$/)
  expect(stderr).not.toContain('/lab/')
})
