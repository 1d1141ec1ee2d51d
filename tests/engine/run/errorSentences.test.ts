/** The sentences below tracebacks: each row of the table is met by the real error, raised by the real interpreter. */
import { expect, test } from 'vitest'
import { explainElsewhere, explainError, explainWarning, lastLine } from '../../../runtime/run/errors/explain.ts'
import { sentences } from '../../../runtime/run/errors/sentences.ts'
import { errorOf, perform, useSession } from '../support.ts'

const { session } = useSession()
const inLoop = (...lines: string[]) => `import asyncio\nasync def work(): return 1\nasync def main():\n${lines.map(line => `    ${line}\n`).join('')}asyncio.run(main())`

/** A program, the line at fault, and words of the sentence. */
const met: [source: string, line: number, words: string][] = [
  ['class A:\n    def __init__(self): self.value = 1\n    def show(self): return value\nA().show()', 3, '`self.value`'],
  ['counter = 1\nprint(countr)', 2, 'no `countr` here. There is a `counter`'],
  ['print(time.time())', 1, '`import time` above'],
  ['print(zzzqqq)', 1, 'no `zzzqqq` here'],
  ['total = 0\ndef add():\n    total += 1\nadd()', 3, '`global total`'],
  ['x = [1]\nx[1] = 1', 2, '`append` adds one'],
  ['x = [1, 2]\nprint(x[2])', 2, 'no item at this index in the list'],
  ['"ab"[2]', 1, 'in the string'],
  ['[].pop()', 1, 'The list is empty'],
  ['from collections import deque\ndeque().pop()', 2, 'The deque is empty'],
  ['d = {"a": 1}\nd["b"]', 2, 'No \'b\' is there'],
  ['{1}.remove(2)', 1, 'No 2 is there'],
  ['class A:\n    def f(self): pass\nA.f()', 3, '`A.f` is a method and was called without an object'],
  ['def f(a, b): pass\nf(1)', 2, 'nothing was given for \'b\''],
  ['def f(*, a): pass\nf()', 2, 'was called without \'a\', which must be given by name'],
  ['def f(a, b): pass\nf(1, 2, 3)', 2, '`f` was called with 3 arguments by position and takes 2.'],
  ['class A:\n    def f(self, a=1): pass\nA().f(1, 2)', 3, 'called with 3 arguments by position and takes from 1 to 2.'],
  ['def f(size): pass\nf(sise=1)', 2, 'no parameter called `sise`'],
  ['x = 5\nx()', 2, 'of type `int`, which cannot be called'],
  ['x = [3, 1].sort()\nx.append(1)', 2, 'before the dot is `None`, so it has no `append`'],
  ['x = None\nx[0]', 2, 'This is `None`, and in `None` there are no items'],
  ['for x in None: pass', 1, 'This is `None`'],
  ['a, b = None', 1, 'This is `None`'],
  ['import numpy as np', 1, 'nor is `numpy`. Lists, `array`'],
  ['import numpy.linalg', 1, 'nor is `numpy`.'],
  ['import pandas', 1, '`sqlite3`'],
  ['import requests', 1, 'cannot reach the network'],
  ['from aiohttp import web', 1, 'nor is `aiohttp`'],
  ['import httpx', 1, 'nor is `httpx`'],
  ['from flask import Flask', 1, 'cannot be a server'],
  ['import matplotlib.pyplot as plt', 1, 'can print'],
  ['import torch', 1, 'nor is `torch`.'],
  ['import pytest', 1, '`unittest`'],
  ['import psutil', 1, '`tracemalloc`'],
  ['import trio', 1, '`asyncio`'],
  ['import pydantic', 1, '`dataclasses`'],
  ['import yaml', 1, '`json`'],
  ['import micropip', 1, 'Nothing can be installed here'],
  ['import tkinter', 1, 'in a browser there is none'],
  ['import colections', 1, 'no module `colections`'],
  ['from threading import Tread', 1, 'The module `threading` has no `Tread`; it has a `Thread`.'],
  ['from threading import Frog', 1, 'nothing that is called `Frog`'],
  ['import math\nmath.sqroot(4)', 2, 'no `sqroot`; it has a `sqrt`'],
  ['import math\nmath.frog', 2, 'nothing that is called `frog`'],
  ['class A:\n    def __init__(self): self.value = 1\nA().valeu', 3, 'An object of type `A` has no `valeu`; it has a `value`.'],
  ['[].push(1)', 1, 'of type `list`, and has neither an attribute nor a method that is called `push`'],
  ['for i in range(3)\n    print(i)', 1, 'expected a colon'],
  ['def f()\n    pass', 1, 'expected a colon'],
  ['print((1)', 1, 'The bracket `(` is opened here'],
  ['print(1))', 1, 'This `)` closes a bracket'],
  ['print("a)', 1, 'no closing quote'],
  ['if x = 2: pass', 1, '`==` compares'],
  ['print 1', 1, '`print` is a function'],
  ['def f():\n    await g()', 2, '`async def`'],
  ['await g()', 1, '`asyncio.run(…)`'],
  ['def f():\nprint(1)', 2, 'What belongs to the function definition on line 1 must be indented'],
  ['x = 1\n  y = 2', 2, 'further to the right'],
  ['if True:\n    x = 1\n  y = 2', 3, 'none of the blocks around it'],
  ['if True:\n\tx = 1\n        y = 2', 3, 'Use spaces alone'],
  ['def half(n): return n / 0\nhalf(3)', 1, 'divided by 0'],
  ['7 % 0', 1, 'divided by 0'],
  ['int("abc")', 1, '`int` cannot read \'abc\' as a whole number'],
  ['a, b = 1, 2, 3', 1, 'than the 2 names'],
  ['a, b = [1]', 1, 'There are 2 names to have a value, and only 1'],
  ['"a" + 1', 1, 'joins a str with another str only'],
  [inLoop('x = work() + 1'), 4, 'A coroutine is not yet a result'],
  ['1 + "a"', 1, 'does not work between `int` and `str`'],
  ['x = (1, 2)\nx[0] = 1', 2, 'A `tuple` cannot be changed'],
  ['next(iter([]))', 1, 'nothing left'],
  ['x = [0] * 10**9', 1, '1 GiB'],
  ['import weakref\nclass A: pass\na = A()\np = weakref.proxy(a)\ndel a\np.x', 6, 'has been freed'],
  ['import weakref\nweakref.ref([])', 2, 'of type `list` have no room'],
  ['def f(): return f()\nf()', 1, 'called itself'],
  ['def g():\n    next(it); yield 1\nit = g()\nnext(it)', 2, 'while it was at work'],
  ['d = {1: 2}\nfor k in d: d[k + 10] = 1', 2, 'Go over a copy'],
  ['s = {1}\nfor k in s: s.add(k + 10)', 2, 'Go over a copy'],
  ['from collections import deque\nd = deque([1])\nfor k in d: d.append(1)', 3, 'The deque was changed'],
  ['import threading\nt = threading.Thread(target=print)\nt.start()\nt.start()', 4, 'stands for one run'],
  ['import threading\nthreading.current_thread().join()', 2, 'would wait for itself'],
  ['import threading\nthreading.Thread(target=print).join()', 2, '`start` first'],
  ['import threading\nthreading.RLock().release()', 2, 'An `RLock` is released by the thread'],
  ['import threading\nthreading.Lock().release()', 2, 'is not held'],
  [inLoop('asyncio.Lock().release()'), 4, '`async with` pairs the two'],
  ['import threading\nthreading.Condition().notify()', 2, 'A condition’s `notify`'],
  ['import threading\nthreading.BoundedSemaphore().release()', 2, 'once too often'],
  ['import threading\na = threading.Lock()\na.acquire()\na.acquire()', 4, 'Whoever is left waits'],
  ['import queue\nqueue.Queue().get_nowait()', 2, 'The queue was empty'],
  ['import queue\nqueue.SimpleQueue().get_nowait()', 2, 'The queue was empty'],
  ['import queue\nq = queue.Queue(1)\nq.put(1)\nq.put_nowait(1)', 4, 'The queue was full'],
  [inLoop('asyncio.Queue().get_nowait()'), 4, '`await queue.get()` does'],
  [inLoop('q = asyncio.Queue(1)', 'q.put_nowait(1)', 'q.put_nowait(1)'), 6, '`await queue.put(…)` does'],
  ['import queue\nq = queue.Queue()\nq.shutdown()\nq.get()', 4, 'has been shut down'],
  ['import threading\nthreading.Barrier(2).wait(0.1)', 2, 'The barrier broke'],
  ['from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor() as p: pass\np.submit(int)', 3, 'The pool has been shut down'],
  [inLoop('asyncio.run(work())'), 4, 'write `await` instead'],
  ['import asyncio\nasyncio.get_running_loop()', 2, 'while an event loop runs'],
  [inLoop('c = work()', 'await c', 'await c'), 6, 'A coroutine runs once'],
  [inLoop('await 5'), 4, 'behind `await` is of type `int`'],
  ['async def work(): return 1\nfor i in work(): pass', 2, 'not yet a result'],
  ['import asyncio\nasync def main(): pass\nasyncio.run(main)', 3, 'Are the parentheses behind its name missing?'],
  [inLoop('f = asyncio.get_running_loop().create_future()', 'f.result()'), 5, 'no result yet'],
  [inLoop('f = asyncio.get_running_loop().create_future()', 'f.set_result(1)', 'f.set_result(2)'), 6, 'gets only one'],
  ['from concurrent.futures import Future\nf = Future()\nf.set_result(1)\nf.set_result(2)', 4, 'gets only one'],
  [inLoop('t = asyncio.create_task(asyncio.sleep(9))', 't.cancel()', 'await t'), 6, 'has been cancelled'],
  ['from concurrent.futures import Future\nf = Future()\nf.cancel()\nf.result()', 4, 'has been cancelled'],
  [inLoop('await asyncio.wait_for(asyncio.sleep(9), 1)'), 4, 'in the time that was allowed'],
  [inLoop('async with asyncio.TaskGroup() as g: g.create_task(asyncio.sleep("x"))'), 4, 'Tasks of the group failed'],
  ['import os\nfrom concurrent.futures import ProcessPoolExecutor\ndef f(): os._exit(3)\nif __name__ == "__main__":\n    with ProcessPoolExecutor(1) as p:\n        print(p.submit(f).result())', 6, 'A process of the pool ended'],
  ['from concurrent.futures import ProcessPoolExecutor\nif __name__ == "__main__":\n    with ProcessPoolExecutor(1) as p:\n        print(p.submit(lambda: 1).result())', 4, 'a function is pickled by its name'],
  ['import pickle\ndef f():\n    def g(): pass\n    return g\npickle.dumps(f())', 5, 'a function is pickled by its name'],
  ['import pickle, threading\npickle.dumps(threading.Lock())', 2, 'an object of type `_thread.lock` cannot be'],
]

/** The rows that were met. */
const rows = new Set<RegExp>()

test.each(met)('%j: line %i', async (source, line, words) => {
  const error = await errorOf(session(), source)
  const explained = explainError(error, source)
  const row = sentences.find(([pattern]) => pattern.test(lastLine(error) ?? ''))
  if (row) rows.add(row[0])
  expect(explained?.sentence ?? error.traceback).toContain(words)
  expect(explained?.line).toBe(line)
  expect(explained!.sentence).not.toMatch(/\$\d|undefined/)
})

test('every row of the table was met by one of these errors', () => {
  expect(sentences.map(([pattern]) => pattern).filter(pattern => !rows.has(pattern)).map(String)).toEqual([])
})

test.each([
  'raise KeyError("b")',
  'def check(n):\n    if n < 0: raise ZeroDivisionError("division by zero")\ncheck(-1)',
  'class TimeoutError(Exception): pass\ndef f(): raise TimeoutError\nf()',
  'class Empty(Exception): pass\nraise Empty',
  '{}.popitem()',
  '0.0 ** -1',
  'open("nofile.txt")',
  'assert 1 == 2',
  'import xml.frog',
  'd = {}\nd["a`b"]',
])('of what is not sure nothing is said: %j', async (source) => {
  expect(explainError(await errorOf(session(), source), source)).toBeNull()
})

test('a coroutine that nobody waits for is explained where Python warns of it', async () => {
  const source = inLoop('work()')
  const { result, stderr } = await perform(session(), source, { file: 'gil/test.py' })
  expect(result.kind).toBe('done')
  expect(explainWarning(stderr, 'gil/test.py', source)).toEqual({ line: 4, sentence: 'Calling `work` made a coroutine and ran nothing of it. `await` runs it, and `asyncio.create_task` has it run beside others.' })
  expect(explainWarning('x.py:4: RuntimeWarning: something else\n', 'x.py', source)).toBeNull()
})

test.each([
  ['a thread', 'import threading\ncounter = 1\ndef work():\n    return countr\nthreading.Thread(target=work, name="Ann").start()', 4, 'There is a `counter`'],
  ['a finalizer', 'class Box:\n    def __del__(self):\n        [][1]\nBox()', 3, 'no item at this index in the list'],
  ['a task', 'import asyncio\nasync def work():\n    return {}["key"]\nasync def main():\n    asyncio.create_task(work())\n    await asyncio.sleep(0)\nasyncio.run(main())', 3, 'No \'key\' is there'],
])('an error that ends %s, and not the program, is explained, too', async (_, source, line, words) => {
  const { result, stderr } = await perform(session(), source, { file: 'gil/test.py' })
  expect(result.kind).toBe('done')
  expect(explainElsewhere(stderr, 'gil/test.py', source)).toEqual({ line, sentence: expect.stringContaining(words) })
})

test('of an error elsewhere that is one of a chain, and of words of the program, nothing is said', () => {
  const block = 'Exception in thread A:\nTraceback (most recent call last):\n  File "a.py", line 1, in f\n    1 / 0\nZeroDivisionError: division by zero\n'
  expect(explainElsewhere(block, 'a.py', '1 / 0')).toMatchObject({ line: 1 })
  expect(explainElsewhere(`${block}\nDuring handling of the above exception, another exception occurred:\n`, 'a.py', '1 / 0')).toBeNull()
  expect(explainElsewhere('ZeroDivisionError: division by zero\n', 'a.py', '')).toBeNull()
})

test('what is said not to be in a browser is not, and nothing else of the standard library is missing', async () => {
  const { stdout } = await perform(session(), `import sys
for name in sorted(sys.stdlib_module_names):
    if name.startswith("_") or name in ("antigravity", "this", "pydoc_data"): continue
    try: __import__(name)
    except ModuleNotFoundError as error:
        if error.name == name: print(name)`)
  const told = /\((curses[^)]*)\)/.exec(sentences.map(([pattern]) => pattern.source).find(source => source.includes('curses'))!)![1]!
  expect(stdout.trim().split('\n')).toEqual(told.split('|').sort())
})
