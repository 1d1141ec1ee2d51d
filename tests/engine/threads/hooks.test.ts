/** What the engine hands to the hooks of a program, and what it hides from them, as CPython 3.14.10 does. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

describe('sys.unraisablehook, of a thread that nobody can join', () => {
  const fails = 'import _thread, sys, time\ndef bad(): 1/0\n'
  test('prints where none is set, or None, or none is there', async () => {
    for (const change of ['', 'sys.unraisablehook = None', 'del sys.unraisablehook']) {
      const { result, stdout, stderr } = await perform(session(), `${fails}${change}\n_thread.start_new_thread(bad, ()); time.sleep(.1); print("end")`)
      expect([result.kind, stdout]).toEqual(['done', 'end\n'])
      expect(stderr).toMatch(/^Exception ignored in thread started by <function bad at 0x[0-9a-f]+>:\nTraceback \(most recent call last\):\n {2}File "gil\/test.py", line 2, in bad\n {4}def bad\(\): 1\/0\nZeroDivisionError: division by zero\n$/)
    }
  })

  test('is given what CPython gives; one that raises is told of', async () => {
    const { stdout, stderr } = await perform(session(), `${fails}
def hook(a):
    print(type(a).__name__, a.exc_type.__name__, a.exc_traceback.tb_frame.f_code.co_name, a.err_msg[:34], a.object)
    raise KeyError("in hook")
sys.unraisablehook = hook
_thread.start_new_thread(bad, ()); time.sleep(.1); print("end")`)
    expect(stdout).toBe('UnraisableHookArgs ZeroDivisionError bad Exception ignored in thread starte None\nend\n')
    expect(stderr).toMatch(/^Exception ignored in sys.unraisablehook: <function hook at 0x[0-9a-f]+>\nTraceback \(most recent call last\):\n {2}File "gil\/test.py", line 6, in hook\n {4}raise KeyError\("in hook"\)\nKeyError: 'in hook'\n$/)
  })
})

describe('sys.excepthook', () => {
  const outcome = async (source: string) => {
    const { result, stderr } = await perform(session(), source)
    return result.kind === 'raised' ? stderr + result.error.traceback : result.kind === 'exited' ? result.code : result.kind
  }
  const original = 'Traceback (most recent call last):\n  File "gil/test.py", line 4, in <module>\n    1/0\n    ~^~\nZeroDivisionError: division by zero\n'
  test('that raises, is None or is missing', async () => {
    expect(await outcome('import sys\ndef hook(*a): raise KeyError("in hook")\nsys.excepthook = hook\n1/0')).toBe(
      'Error in sys.excepthook:\nTraceback (most recent call last):\n  File "gil/test.py", line 2, in hook\n    def hook(*a): raise KeyError("in hook")\n'
      + `                  ^^^^^^^^^^^^^^^^^^^^^^^^^\nKeyError: 'in hook'\n\nOriginal exception was:\n${original}`)
    expect(await outcome('import sys\n\nsys.excepthook = None\n1/0')).toBe(`Error in sys.excepthook:\nTypeError: 'NoneType' object is not callable\n\nOriginal exception was:\n${original}`)
    expect(await outcome('import sys\n\ndel sys.excepthook\n1/0')).toBe(`sys.excepthook is missing\n${original}`)
  })

  test('that exits', async () => {
    expect(await outcome('import sys\nsys.excepthook = lambda *a: sys.exit(3)\n1/0')).toBe(3)
  })
})

test('audit hooks hear of threads and sleep, and of nothing that the engine does; one that raises breaks nothing', async () => {
  const threads = `
lock = threading.Lock()
def work():
    with lock: time.sleep(.01)
`
  expect(await printed(session(), `import sys, threading, time${threads}
events = []
sys.addaudithook(lambda event, arguments: events.append(event))
t = threading.Thread(target=work); t.start()
time.sleep(.001)
with lock: pass
t.join()
print([*events])`)).toBe('[\'_thread.start_joinable_thread\', \'time.sleep\', \'time.sleep\']\n')
  expect(await printed(session(), `import sys, threading, time${threads}
t = threading.Thread(target=work); t.start()
def hook(event, arguments): raise KeyError(event)
sys.addaudithook(hook)
lock.acquire(); lock.release(); t.join()
try: threading.Thread(target=work).start()
except KeyError as error: print(error)
print(threading.active_count())`)).toBe('\'_thread.start_joinable_thread\'\n1\n')
})

describe('the end', () => {
  test('an exit function of threads that raises is told of, and changes no exit status; the others were called', async () => {
    const source = (end: string) => `import sys, threading
def bad(): raise ValueError("at the end")
threading._register_atexit(bad)
threading._register_atexit(print, "other")
${end}`
    for (const [end, ended] of [['print("end")', { kind: 'done' }], ['sys.exit(4)', { kind: 'exited', code: 4 }]] as const) {
      const { result, stdout, stderr } = await perform(session(), source(end))
      expect(result).toMatchObject(ended)
      expect(stdout.endsWith('other\n')).toBe(true)
      expect(stderr).toMatch(/^Exception ignored on threading shutdown:\nTraceback \(most recent call last\):\n[^]*File "gil\/test.py", line 2, in bad\n {4}def bad\(\): raise ValueError\("at the end"\)\nValueError: at the end\n$/)
      expect(stderr).not.toContain('/lab/')
    }
  })

  test('a thread that starts in an exit function is not waited for, unless that function does', async () => {
    const source = (join: string) => `import atexit, threading, time
def slow(): time.sleep(.05); print("slow done")
def last():
    t = threading.Thread(target=slow); t.start(); print("started", t.daemon)${join}
atexit.register(last)
print("end")`
    expect(await printed(session(), source(''))).toBe('end\nstarted False\n')
    expect(await printed(session(), source('; t.join()'))).toBe('end\nstarted False\nslow done\n')
  })

  test('Condition.wait_for needs no lock where its predicate holds', async () => {
    expect(await printed(session(), `import threading
c = threading.Condition()
print(c.wait_for(lambda: True))
try: c.wait_for(lambda: False, 0.01)
except RuntimeError as error: print(error)`)).toBe('True\ncannot wait on un-acquired lock\n')
  })
})

describe('tracing', () => {
  test('of a thread is as on CPython', async () => {
    expect(await printed(session(), `
import threading
def f(frame, event, arg):
    if frame.f_code.co_name in ("run", "work"): print(event, frame.f_code.co_name)
    return f
threading.settrace(f)
def work(): x = 1
t = threading.Thread(target=work); t.start(); t.join()
threading.settrace(None)
print(threading.gettrace())`)).toBe('call run\nline run\nline run\nline run\ncall work\nline work\nreturn work\nline run\nreturn run\nNone\n')
  })

  test('tells nothing of the engine, beside other threads, where it begins and ends while they wait', async () => {
    expect(await printed(session(), `
import sys, threading, time
lock, files = threading.Lock(), set()
def f(frame, event, arg):
    files.add(frame.f_code.co_filename)
    return f
def wait():
    for _ in range(20):
        with lock: time.sleep(.001)
def traced():
    sys.settrace(f); print(sys.gettrace() is f)
    wait()
    sys.settrace(None); seen.append(len(files))
    wait()
def profiled():
    sys.setprofile(f); print(sys.getprofile() is f)
    wait()
    sys.setprofile(None)
seen = []
ts = [threading.Thread(target=t) for t in (wait, traced, profiled, wait)]
for t in ts: t.start()
wait()
threading.settrace_all_threads(f); wait(); threading.settrace_all_threads(None)
threading.setprofile_all_threads(f); wait(); threading.setprofile_all_threads(None)
for t in ts: t.join()
print(sys.gettrace(), sys.getprofile(), any("/lab/" in file or "pyodide" in file for file in files), "gil/test.py" in files)
files.clear(); t = threading.Thread(target=wait); t.start(); t.join(); print(files)`)).toBe('True\nTrue\nNone None False True\nset()\n')
  })

  test('by a function that raises ends, and the exception is the thread\'s', async () => {
    expect(await printed(session(), `
import sys, threading, time
def f(frame, event, arg):
    if event == "line" and frame.f_code.co_name == "traced": raise KeyError("from the trace")
    return f
def traced(): return 1
def work():
    sys.settrace(f)
    try: traced()
    except KeyError as error: print(error, sys.gettrace())
ts = [threading.Thread(target=t) for t in (lambda: time.sleep(1), work, lambda: time.sleep(1))]
for t in ts: t.start()
for t in ts: t.join()
print("end")`)).toBe('\'from the trace\' None\nend\n')
  })

  test('by bdb and trace, and monitoring by a tool of the program, beside threads that wait', async () => {
    expect(await printed(session(), `
import bdb, sys, threading, time, trace
lines = []
class Debugger(bdb.Bdb):
    def user_line(self, frame): lines.append(frame.f_lineno); self.set_next(frame)
def steps():
    x = 1
    return x
def work():
    print(Debugger().runcall(steps), lines)
    counts = trace.Trace(count=1, trace=0); counts.runfunc(steps); print(sum(counts.results().counts.values()))
    monitoring, events = sys.monitoring, sys.monitoring.events
    monitoring.use_tool_id(2, "own")
    monitoring.register_callback(2, events.PY_START, lambda code, offset: started.append(code.co_name))
    monitoring.set_events(2, events.PY_START); steps(); monitoring.set_events(2, 0); monitoring.free_tool_id(2)
    print("steps" in started)
started = []
ts = [threading.Thread(target=t) for t in (lambda: time.sleep(1), work, lambda: time.sleep(1))]
for t in ts: t.start()
for t in ts: t.join()`)).toBe('1 [7, 8]\n2\nTrue\n')
  })
})

test('the tools of `sys.monitoring` that the engine needs are not given away, before threads start and after', async () => {
  expect(await printed(session(), `
import sys, threading
def take():
    for tool in (3, 4):
        try: sys.monitoring.use_tool_id(tool, "mine")
        except ValueError as error: print(error)
    for tool in (0, 1, 2, 5):
        sys.monitoring.use_tool_id(tool, "mine")
        sys.monitoring.free_tool_id(tool)
take()
seen = set()
def spin(name):
    while len(seen) < 2: seen.add(name)
threads = [threading.Thread(target=spin, args=(name,)) for name in "ab"]
for t in threads: t.start()
take()
for t in threads: t.join()`)).toBe([3, 4, 3, 4].map(tool => `tool ${tool} is already in use: it tells where threads may be switched here; take 0, 1, 2 or 5\n`).join(''))
})
