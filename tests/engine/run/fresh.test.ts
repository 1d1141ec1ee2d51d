/** What a program finds when it begins: what it would find in a process of its own. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

describe('a run begins as new', () => {
  test('with no garbage, and with a collector that has collected nothing', async () => {
    expect(await printed(session(), `
import gc
print([list(each.values()) for each in gc.get_stats()], gc.get_freeze_count())
print(gc.collect())
class Node: pass
node = Node(); node.me = node; del node
print(gc.collect())`)).toBe('[[0, 0, 0], [0, 0, 0], [0, 0, 0]] 0\n0\n1\n')
  })

  test('and collects cycles as soon as CPython 3.14.10 does, though the engine and the library are in memory', async () => {
    expect(await printed(session(), `
dead = 0
class Node:
    def __del__(self):
        global dead
        dead += 1
for _ in range(20_000):
    node = Node(); node.me = node
del node
print(dead > 10_000)`)).toBe('True\n')
  })

  test('at zero, in an environment that names nothing of the machine where the snapshot was made', async () => {
    expect(await printed(session(), `
import logging, os, sys, time
print(round(logging.LogRecord("", 0, "", 0, "", (), None).relativeCreated), round(time.process_time(), 2))
print(os.environ["PWD"] == os.getcwd(), os.environ["_"] == sys.executable, sorted(os.environ))
print(sys.executable, sys.orig_argv == [sys.executable, __file__])`)).toBe(`0 0.0
True True ['HOME', 'LANG', 'LOGNAME', 'PATH', 'PWD', 'PYTHONHASHSEED', 'PYTHON_COLORS', 'USER', '_']
/usr/bin/python3 True
`)
  })

  test('with the program where it finds itself, so that what nobody can catch is shown with its lines', async () => {
    const { stdout, stderr } = await perform(session(), `import _thread, time
class Node:
    def __del__(self):
        1/0
def fail():
    raise ValueError("x")
Node()
_thread.start_new_thread(fail, ())
time.sleep(1)
print(open(__file__).readline(), end="")`)
    expect(stdout).toBe('import _thread, time\n')
    expect(stderr.replace(/0x[0-9a-f]+/g, '0x')).toBe(`Exception ignored while calling deallocator <function Node.__del__ at 0x>:
Traceback (most recent call last):
  File "gil/test.py", line 4, in __del__
    1/0
ZeroDivisionError: division by zero
Exception ignored in thread started by <function fail at 0x>:
Traceback (most recent call last):
  File "gil/test.py", line 6, in fail
    raise ValueError("x")
ValueError: x
`)
  })

  test('processor time is work, not waiting: of the thread, and of all threads', async () => {
    expect(await printed(session(), `
import threading, time
def spin():
    begun = time.thread_time()
    while time.thread_time() < begun + 0.002: pass
def spent(work):
    begun = time.process_time(), time.thread_time()
    work()
    return [round(now - then, 2) for now, then in zip((time.process_time(), time.thread_time()), begun)]
print(spent(lambda: time.sleep(2)))
def together():
    threads = [threading.Thread(target=spin) for _ in range(10)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
print(spent(together))`)).toBe('[0.0, 0.0]\n[0.02, 0.0]\n')
  })
})

describe('the random numbers of the machine', () => {
  const source = `
import os, random, secrets, tempfile, uuid
print(os.urandom(4), uuid.uuid4(), secrets.token_hex(4), tempfile.mktemp(), random.Random().random(), random.SystemRandom().random(), random.random(), sep='\\n')`
  const numbers = (clock: 'virtual' | 'real', seed: number) => printed(session(), source, { clock, seed })

  test('follow from the seed in virtual time, and from nothing in real time', async () => {
    const [first, again, other] = [await numbers('virtual', 1), await numbers('virtual', 1), await numbers('virtual', 2)]
    expect(again).toBe(first)
    const parts = [first, other, await numbers('real', 1), await numbers('real', 1)].flatMap(text => text.trim().split('\n'))
    expect(new Set(parts)).toHaveLength(4 * 7)
  })
})

describe('each schedule of a search begins as new', () => {
  test('counters, registries, settings, files, modules beside the program, handlers and random numbers', async () => {
    const source = `
import asyncio, concurrent.futures, decimal, logging, os, signal, sys, tempfile, threading, uuid, warnings
import beside
shared = [0]
def work(): shared[0] += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
async def main(): return asyncio.current_task().get_name()
with concurrent.futures.ThreadPoolExecutor(1, "") as pool: pass
beside.runs.append(1)
found = [
    threads[0].name, asyncio.run(main()), concurrent.futures.ThreadPoolExecutor()._thread_name_prefix,
    len(beside.runs), decimal.getcontext().prec, len(logging.root.handlers), logging.getLogger("mine").level, os.environ.get("MINE"), os.listdir(),
    signal.getsignal(signal.SIGUSR1), sys.getrecursionlimit(), "mine" in sys.path, len(warnings.filters) - len(set(warnings.filters)), sys.excepthook is print, len(threading._threading_atexits),
]
assert found == ["Thread-1 (work)", "Task-1", "ThreadPoolExecutor-1", 1, 28, 0, 0, None, ["beside.py"], signal.SIG_DFL, 1000, False, 0, False, 2], found
drawn = str(uuid.uuid4())
assert drawn == "UUID", drawn
decimal.getcontext().prec = 9; logging.basicConfig(); logging.getLogger("mine").setLevel(9); os.environ["MINE"] = "1"
os.mkdir("folder"); open("folder/file", "w").close(); os.chdir("folder"); signal.signal(signal.SIGUSR1, print); sys.setrecursionlimit(500); sys.path.append("mine")
warnings.simplefilter("error"); sys.excepthook = print; threading._register_atexit(print)`
    const search = async (text: string) => {
      const { result } = await perform(session(), text, { modules: { 'beside.py': 'runs = []\n' }, explore: { schedules: 50, strategy: 'random', depth: 3, preemptions: null, replay: null } })
      return result.kind === 'explored' && !('error' in result.exploration) ? result.exploration : result
    }
    const first = await search(source)
    const failure = (first as { failure: { message: string } }).failure.message
    const uuid = /^AssertionError: ([0-9a-f-]{36})$/.exec(failure)?.[1]
    expect(failure).toBe(`AssertionError: ${uuid}`)
    expect(await search(source.replace('UUID', uuid!))).toMatchObject({ failure: null, schedules: 50 })
  })
})

describe('names and messages are those of CPython', () => {
  test('of functions and classes that it has in C', async () => {
    expect(await printed(session(), `
import asyncio, gc, queue, pickle, sys, threading, time
print(asyncio.Task, asyncio.Future, time.sleep, threading.Lock, threading.get_ident, gc.collect)
print(queue.SimpleQueue, queue.Empty, asyncio.get_running_loop, sys._current_frames)
class Napping:
    nap = time.sleep
print(Napping().nap(1), pickle.loads(pickle.dumps(time.sleep)) is time.sleep)
for wrong in (
    lambda: threading.local().x,
    lambda: threading.Lock().x,
    lambda: threading.Lock().acquire(timeout=1e10),
    lambda: time.sleep(1e10),
    lambda: threading.Lock() + 1,
):
    try: wrong()
    except Exception as error: print(error)`)).toBe(`<class '_asyncio.Task'> <class '_asyncio.Future'> <built-in function sleep> <class '_thread.lock'> <built-in function get_ident> <built-in function collect>
<class '_queue.SimpleQueue'> <class '_queue.Empty'> <built-in function get_running_loop> <built-in function _current_frames>
None True
'_thread._local' object has no attribute 'x'
'_thread.lock' object has no attribute 'x'
timestamp out of range for C PyTime_t
timestamp out of range for C PyTime_t
unsupported operand type(s) for +: '_thread.lock' and 'int'
`)
  })
})
