/** A run is like a new `python file.py`. */
import { describe, expect, test } from 'vitest'
import { perform, useSession } from '../support.ts'

const { session } = useSession()
const run = (source: string, options?: Parameters<typeof perform>[2]) => perform(session(), source, options)

/** The error of a program that must raise. */
async function errorOf(source: string) {
  const { result, stderr } = await run(source)
  if (result.kind !== 'raised') throw new Error(`${result.kind}, not raised`)
  return { ...result.error, stderr }
}

describe('what a program finds', () => {
  test('its name, its file, its arguments', async () => {
    const { stdout, result } = await run('import sys, __main__\nprint(__name__, __file__, sys.argv, __main__.__dict__ is globals())')
    expect(stdout).toBe('__main__ gil/test.py [\'gil/test.py\'] True\n')
    expect(result.kind).toBe('done')
  })

  test('the modules that lie beside it, in its processes too, and none of an earlier run', async () => {
    const modules = { 'bank.py': 'from shop import till\nrate = till.rate * 2\ndef work(n): return n * rate\n', 'shop/__init__.py': '', 'shop/till.py': 'rate = 21\n' }
    const { stdout } = await run('import bank\nfrom multiprocessing import Pool\nif __name__ == "__main__":\n    with Pool(1) as pool: print(bank.__name__, bank.work(1), pool.map(bank.work, [2]))', { modules })
    expect(stdout).toBe('bank 42 [84]\n')
    const missing = await run('import bank')
    expect(missing.stderr + JSON.stringify(missing.result)).toContain('No module named \'bank\'')
  })

  test('nothing of an earlier run: names, modules, settings, files, memory', async () => {
    const change = `
import builtins, gc, json, os, sys, warnings, threading, tracemalloc
here = 1
builtins.left = json.left = 1
os.environ['LEFT'] = sys.left = 'x'
open('left.txt', 'w').close()
os.chdir('/')
sys.path.append('left'); sys.setrecursionlimit(77); gc.disable(); warnings.simplefilter('error'); tracemalloc.start()
sys.settrace(lambda *a: None)
threading.stack_size(65536)
big = bytearray(50_000_000)`
    const look = `
import builtins, gc, json, os, sys, threading, tracemalloc
print('here' in globals(), hasattr(builtins, 'left'), hasattr(json, 'left'), 'LEFT' in os.environ, hasattr(sys, 'left'))
print(os.listdir(), os.getcwd(), 'left' in sys.path, sys.getrecursionlimit(), gc.isenabled(), tracemalloc.is_tracing(), sys.gettrace())`
    await run(change)
    await run(change)
    const { stdout } = await run(look)
    expect(stdout).toBe('False False False False False\n[\'gil\'] /home/python False 1000 True False None\n')
  })

  test('the same addresses, hashes and order of sets each time; other random numbers in real time, the same in virtual', async () => {
    const source = 'import random\nprint(id([]), id(object()), hash("a"), {"a", "b", "c"})\nprint(random.random())'
    for (const [clock, different] of [['real', 2], ['virtual', 1]] as const) {
      const lines = [await run(source, { clock }), await run(source, { clock })].map(({ stdout }) => stdout.split('\n'))
      expect(new Set(lines.map(line => line[0]))).toHaveLength(1)
      expect(new Set(lines.map(line => line[1]))).toHaveLength(different)
    }
  })
})

describe('how a program ends', () => {
  test.each([
    ['import sys\nsys.exit()', 0, ''],
    ['import sys\nsys.exit(3)', 3, ''],
    ['raise SystemExit(-1)', 255, ''],
    ['raise SystemExit("no more")', 1, 'no more\n'],
    ['import os\nprint("a")\nos._exit(4)', 4, ''],
  ])('%j exits with %i', async (source, code, stderr) => {
    const outcome = await run(source)
    expect(outcome.result).toMatchObject({ kind: 'exited', code })
    expect(outcome.stderr).toBe(stderr)
  })

  const beside = (end: string) => `
import atexit, sys, threading, time
def work(): time.sleep(1); print("worker ends")
atexit.register(print, "exit function")
threading.Thread(target=work).start()
threading.Thread(target=lambda: (time.sleep(2), print("never")), daemon=True).start()
${end}`

  test('after threads that are not daemons, however the main thread ends', async () => {
    const rest = 'worker ends\nexit function\n'
    const exited = await run(beside('sys.exit("no more")'))
    expect(exited).toMatchObject({ result: { kind: 'exited', code: 1 }, stderr: 'no more\n', stdout: rest })
    const raised = await run(beside('print("first", file=sys.stderr)\nsys.stdout = sys.stderr\n1 / 0'))
    expect(raised.result).toMatchObject({ kind: 'raised', error: { type: 'ZeroDivisionError', line: 9, traceback: '' } })
    expect(raised.stderr).toMatch(/^first\nTraceback [^]*\nZeroDivisionError: division by zero\nworker ends\nexit function\n$/)
    const hooked = await run(beside('sys.excepthook = lambda *error: print("hook")\n1 / 0'))
    expect(hooked).toMatchObject({ stdout: `hook\n${rest}`, stderr: '' })
  })

  test('in a deadlock, where a thread waits for ever after the main one has raised', async () => {
    const { result, stderr } = await run(`
import queue, threading
jobs = queue.Queue()
threading.Thread(target=jobs.get, name="worker").start()
1 / 0`)
    expect(stderr).toMatch(/^Traceback [^]*\nZeroDivisionError: division by zero\n$/)
    expect(result).toMatchObject({ kind: 'raised', error: { type: 'Deadlock', message: expect.stringContaining('worker waits in Queue.get()') as string } })
  })

  test('a pool first does what it was given, after the main thread has raised', async () => {
    const { result, stdout } = await run(`
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
for n in range(3): pool.submit(print, n)
1 / 0`)
    expect(result).toMatchObject({ kind: 'raised', error: { type: 'ZeroDivisionError' } })
    expect(stdout).toBe('0\n1\n2\n')
  })

  test('exit functions, then objects in the order of their names, cycles too', async () => {
    const { stdout } = await run(`
import atexit
class Thing:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
a = Thing('a'); a.me = a
b = Thing('b')
_c = Thing('c')
def use(): return a
atexit.register(print, 'bye')
print('end')`)
    expect(stdout).toBe('end\nbye\ndel a\ndel b\ndel c\n')
  })

  test('an exception in a destructor is told, not raised', async () => {
    const { stderr, stdout } = await run('class A:\n    def __del__(self): 1 / 0\nA()\nprint("on")')
    expect(stdout).toBe('on\n')
    expect(stderr).toContain('ZeroDivisionError')
  })
})

describe('tracebacks', () => {
  test('show the program\'s own lines and mark the last', async () => {
    const error = await errorOf('import json\ndef read(text):\n    return json.loads(text)\nread("{")')
    expect(error).toMatchObject({ type: 'JSONDecodeError', line: 3 })
    expect(error.traceback).toBe(`Traceback (most recent call last):
  File "gil/test.py", line 4, in <module>
    read("{")
    ~~~~^^^^^
  File "gil/test.py", line 3, in read
    return json.loads(text)
           ~~~~~~~~~~^^^^^^
json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
`)
    expect(error.stderr).toBe('')
  })

  test.each([
    ['a cause', 'try:\n    1/0\nexcept ZeroDivisionError as e:\n    raise ValueError("v") from e', ['line 2', 'direct cause', 'line 4', 'ValueError: v'], 4],
    ['a context', 'try:\n    1/0\nexcept ZeroDivisionError:\n    undefined', ['line 2', 'During handling', 'NameError'], 4],
    ['a group', 'raise ExceptionGroup("many", [ValueError(1), KeyError("k")])', ['many (2 sub-exceptions)', 'ValueError: 1', 'KeyError: \'k\''], 1],
    ['a recursion without end', 'def f():\n    f()\nf()', ['RecursionError', 'Previous line repeated'], 2],
    ['a tasks\' group', 'import asyncio\nasync def bad():\n    1/0\nasync def main():\n    async with asyncio.TaskGroup() as group:\n        group.create_task(bad())\nasyncio.run(main())', ['in main', 'in bad', 'ZeroDivisionError'], null],
  ])('show %s', async (_name, source, parts, line) => {
    const error = await errorOf(source)
    for (const part of parts) expect(error.traceback).toContain(part)
    expect(error.traceback).not.toContain('/lib/')
    if (line !== null) expect(error.line).toBe(line)
  })

  test.each([
    ['a = 1\nb = (\n', 'SyntaxError', 2, '\'(\' was never closed'],
    ['a = 1\n  b = 2\n', 'IndentationError', 2, 'unexpected indent'],
    ['a = 1\nb = "\0"', 'SyntaxError', 2, 'a null byte'],
    ['a = 1\n\nb = "\ud800"', 'SyntaxError', 3, 'a lone surrogate (U+D800)'],
  ])('show where %j cannot be read', async (source, type, line, message) => {
    const error = await errorOf(source)
    expect(error).toMatchObject({ type, line })
    expect(error.message).toContain(message)
    expect(error.traceback).toContain(`File "gil/test.py", line ${line}`)
    expect(error.traceback).not.toContain('Traceback')
  })

  test('leave the word to the program\'s own hook', async () => {
    const { stdout, result } = await run('import sys\nsys.excepthook = lambda kind, *rest: print("hooked", kind.__name__)\n1/0')
    expect(stdout).toBe('hooked ZeroDivisionError\n')
    expect(result).toMatchObject({ kind: 'raised', error: { type: 'ZeroDivisionError', traceback: '', line: 3 } })
  })

  test('of an interrupt and of an exception that cannot be shown', async () => {
    expect(await errorOf('raise KeyboardInterrupt')).toMatchObject({ type: 'KeyboardInterrupt', line: 1 })
    const error = await errorOf('class Bad(Exception):\n    def __str__(self): raise ValueError\nraise Bad')
    expect(error.traceback).toContain('Bad: <exception str() failed>')
  })
})
