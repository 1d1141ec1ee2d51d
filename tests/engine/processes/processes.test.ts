/** `multiprocessing`: the standard library's own, each process a worker with an interpreter of its own. */
import { describe, expect, test } from 'vitest'
import { errorOf, perform, printed, useSession } from '../support.ts'

const { session } = useSession()

/** A program whose `body` is run in the main process only. */
const program = (definitions: string, body: string) => `
import multiprocessing as mp, os, sys, time
${definitions}
if __name__ == "__main__":
${body.replace(/^/gm, '    ')}
`

describe('a process', () => {
  test('runs a function of the program, under its own name and pid, and is joined', async () => {
    expect(await printed(session(), program(`
def work(*args, **kwargs):
    me = mp.current_process()
    print("child", __name__, me.name, os.getpid() == me.pid, args, kwargs, flush=True)
    print(mp.parent_process().name, mp.parent_process().pid == os.getppid(), mp.parent_process().is_alive())`, `
p = mp.Process(target=work, args=(1, [2]), kwargs={"x": {3}})
print(p.is_alive(), p.exitcode, p.pid, p.daemon, mp.get_start_method(), mp.get_all_start_methods())
p.start()
print(p.is_alive(), p.exitcode, mp.active_children() == [p])
p.join()
print(p.is_alive(), p.exitcode, mp.active_children(), p.pid != os.getpid(), mp.parent_process())
print(repr(p).replace(str(p.pid), "PID").replace(str(os.getpid()), "PARENT"))
second = mp.Process(target=print, args=("second",), name="named"); second.start(); second.join()
print(second.name, second.pid - p.pid)`))).toBe(
      'False None None False spawn [\'spawn\']\nTrue None True\n'
      + 'child __mp_main__ Process-1 True (1, [2]) {\'x\': {3}}\nMainProcess True True\n'
      + 'False 0 [] True None\n<Process name=\'Process-1\' pid=PID parent=PARENT stopped exitcode=0>\nsecond\nnamed 1\n')
  })

  test('has globals of its own: what the parent changes after the import is not there', async () => {
    expect(await printed(session(), program(`
x = 1
def bump():
    global x
    x += 1
    print("child", x)`, `
x = 10
for _ in range(2):
    p = mp.Process(target=bump); p.start(); p.join()
print("parent", x)`))).toBe('child 2\nchild 2\nparent 10\n')
  })

  test('can be a class with a run method', async () => {
    expect(await printed(session(), program(`
class Worker(mp.Process):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def run(self):
        print(self.name, self.n)`, `
w = Worker(5); w.start(); w.join(); print(w.exitcode)`))).toBe('Worker-1 5\n0\n')
  })

  test.each([
    ['sys.exit(3)', '3', ''],
    ['sys.exit()', '0', ''],
    ['sys.exit("said")', '1', 'said\n'],
    ['os._exit(7)', '7', ''],
    ['sys.exit(-1)', '255', ''],
  ])('that ends by %s has the exit code %s', async (how, code, stderr) => {
    const outcome = await perform(session(), program(`def end(): ${how}`, `
p = mp.Process(target=end); p.start(); p.join(); print(p.exitcode)`))
    expect(outcome.stdout).toBe(`${code}\n`)
    expect(outcome.stderr).toBe(stderr)
  })

  test('that raises tells it on stderr with the program\'s own lines, and the parent goes on', async () => {
    const { stdout, stderr, result } = await perform(session(), program('def bad(): 1 / 0', `
p = mp.Process(target=bad); p.start(); p.join(); print(p.exitcode)`))
    expect(result.kind).toBe('done')
    expect(stdout).toBe('1\n')
    expect(stderr).toMatch(/^Process Process-1:\nTraceback \(most recent call last\):\n/)
    expect(stderr).toMatch(/File "gil\/test.py", line 3, in bad\n {4}def bad\(\): 1 \/ 0\n[^]*ZeroDivisionError: division by zero\n$/)
  })

  test('is terminated or killed, and dies with its memory if it breaks down', async () => {
    const { stdout, stderr } = await perform(session(), program(`
def spin():
    while True: pass
def crash(): os.abort()`, `
p = mp.Process(target=spin); p.start(); p.join(0.1); print(p.exitcode, p.is_alive())
p.terminate(); p.join(); print(p.exitcode, repr(p).split()[-1])
p = mp.Process(target=spin); p.start(); p.kill(); p.join(); print(p.exitcode)
p.terminate()
p = mp.Process(target=crash); p.start(); p.join(); print(p.exitcode)
p = mp.Process(target=spin); p.start()
try: p.close()
except ValueError as e: print(e)
os.kill(p.pid, 9); p.join(); p.close()
try: p.join()
except ValueError as e: print(e)
try: os.kill(12345, 9)
except ProcessLookupError as e: print(e.strerror)`))
    expect(stdout).toBe('None True\n-15 exitcode=-SIGTERM>\n-9\n-11\nCannot close a process while it is still running. You should first call join() or terminate().\n'
      + 'process object is closed\nNo such process\n')
    expect(stderr).toContain('The interpreter broke down')
  })

  test('is waited for at the end; a daemon is ended', async () => {
    expect(await printed(session(), program(`
def slow(): time.sleep(0.3); print("slow done")
def forever(): time.sleep(1000); print("never")`, `
mp.Process(target=slow).start()
d = mp.Process(target=forever, daemon=True); d.start()
print("main done")`))).toBe('main done\nslow done\n')
  })

  test('reads nothing from stdin, and waits for threads of its own', async () => {
    expect(await printed(session(), program(`
import threading
def ask():
    threading.Thread(target=lambda: (time.sleep(0.1), print("thread done"))).start()
    try: input()
    except EOFError as e: print(e)`, 'p = mp.Process(target=ask); p.start(); p.join()'))).toBe('EOF when reading a line\nthread done\n')
  })

  test('may have children; a daemon may not', async () => {
    const { stdout, stderr } = await perform(session(), program(`
def inner(): print("grandchild", mp.parent_process().name)
def outer():
    p = mp.Process(target=inner); p.start(); p.join(); print(p.name, p.exitcode)`, `
for daemon in (False, True):
    p = mp.Process(target=outer, daemon=daemon); p.start(); p.join()`))
    expect(stdout).toBe('grandchild Process-1\nProcess-1:1 0\n')
    expect(stderr).toMatch(/AssertionError: daemonic processes are not allowed to have children\n$/)
  })
})

describe('mistakes', () => {
  test('a program without the guard is told of it in CPython\'s words', async () => {
    const { stdout, stderr, result } = await perform(session(), `
import multiprocessing as mp
def f(): print("never")
p = mp.Process(target=f)
p.start()
p.join()
print(p.exitcode)`)
    expect(result.kind).toBe('done')
    expect(stdout).toBe('1\n')
    expect(stderr).toMatch(/^Traceback \(most recent call last\):\n {2}File "gil\/test.py", line 5, in <module>\n {4}p.start\(\)/)
    expect(stderr).toContain('RuntimeError: \n        An attempt has been made to start a new process before the\n        current process has finished its bootstrapping phase.')
  })

  test.each([
    ['mp.get_context("fork")', 'ValueError', 'cannot find context for \'fork\''],
    ['mp.set_start_method("forkserver")', 'ValueError', 'cannot find context for \'forkserver\''],
    ['mp.Process(target=lambda: 1).start()', 'PicklingError', 'Can\'t pickle <function <lambda> at 0x#>: it\'s not found as __main__.<lambda>'],
    ['import threading\nmp.Process(target=print, args=(threading.Lock(),)).start()', 'TypeError', 'cannot pickle \'_thread.lock\' object'],
    ['import threading\nmp.Process(target=print, args=(threading.local(),)).start()', 'TypeError', 'cannot pickle \'_thread._local\' object'],
    ['mp.Value("i", 0)', 'NotImplementedError', 'processes have no memory in common here; send objects through a Queue or a Pipe'],
    ['mp.Array("i", 3)', 'NotImplementedError', 'processes have no memory in common here; send objects through a Queue or a Pipe'],
    ['from multiprocessing.shared_memory import SharedMemory\nSharedMemory(create=True, size=10)', 'NotImplementedError', 'processes have no memory in common here; send objects through a Queue or a Pipe'],
    ['mp.Manager()', 'NotImplementedError', 'processes have no memory in common here; send objects through a Queue or a Pipe'],
    ['from multiprocessing.connection import Listener\nListener()', 'OSError', 'a page has no sockets; connect processes by a Pipe or a Queue'],
    ['p = mp.Process(); p.start(); p.start()', 'AssertionError', 'cannot start a process twice'],
    ['mp.Process().join()', 'AssertionError', 'can only join a started process'],
    ['import pickle\npickle.dumps(mp.Lock())', 'RuntimeError', 'Lock objects should only be shared between processes through inheritance'],
  ])('%s is a clear error', async (source, type, message) => {
    const error = await errorOf(session(), program('', source))
    expect(error.type).toBe(type)
    expect(error.message.replace(/0x[0-9a-f]+/, '0x#')).toContain(message)
    expect(error.line).toBeGreaterThan(4)
  })

  test('more than eight processes at a time are refused, and room comes back', async () => {
    const { stdout } = await perform(session(), program('', `
children = []
try:
    for n in range(9):
        p = mp.Process(target=time.sleep, args=(1000,), daemon=True); p.start(); children.append(p)
except BlockingIOError as error:
    print(len(children), error.strerror, error.__notes__)
children[0].kill(); children[0].join()
p = mp.Process(target=print, args=("there is room",)); p.start(); p.join()`))
    expect(stdout).toBe('8 Resource temporarily unavailable [\'(A program may have 8 processes at a time here.)\']\nthere is room\n')
  })

  test('a program that uses processes cannot be explored', async () => {
    const explore = { schedules: 100, strategy: 'random', depth: 3, preemptions: null, replay: null } as const
    const { result } = await perform(session(), program('def f(): pass', 'p = mp.Process(target=f); p.start(); p.join()'), { explore })
    expect(result).toMatchObject({ kind: 'explored', exploration: { error: 'A program that uses processes cannot be explored: they run at their own pace.' } })
  })
})
