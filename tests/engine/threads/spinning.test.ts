/** Wherever a thread computes, the others get their turns: in the program, in the library, and in what either is called by. */
import { describe, expect, test } from 'vitest'
import { printed, useSession } from '../support.ts'

const { session } = useSession()

/** What each thread of a kind does until `over.is_set()`; `await_it` is the program's own loop. */
const spins = {
  'a loop': 'await_it()',
  'the library alone': 'next(filter(None, iter(over.is_set, None)))',
  'a module of one\'s own': 'import spinner; spinner.spin(over)',
  'a generator': 'for _ in iter(over.is_set, True): pass\n    for _ in every(): pass',
  'the key of a sort': '[1, 2].sort(key=lambda number: await_it() or number)',
  '__del__': 'thing = Spinning()\n    del thing',
  '__del__ of a cycle, which the program has collected': 'thing = Spinning(); thing.me = thing\n    del thing\n    gc.collect()',
  '__del__ of a cycle, which the engine collects': 'for _ in range(30_000):\n        if not over.is_set(): thing = Spinning(); thing.me = thing',
  'a callback of asyncio': 'loop = asyncio.new_event_loop()\n    loop.call_soon(await_it)\n    loop.call_soon(loop.stop)\n    loop.run_forever()\n    loop.close()',
  'a function that re calls': 're.sub(".", lambda match: str(await_it()), "x")',
  'a function that json calls': 'json.dumps([object()], default=lambda thing: await_it())',
  'a weak reference\'s callback': 'thing = set()\n    kept = weakref.ref(thing, lambda ref: await_it())\n    del thing',
  'the handler of a warning': 'warnings.showwarning = lambda *about: await_it()\n    warnings.warn("now")',
  'a property': 'Spinning.spinning.fget(None)',
  'a context manager': 'with contextlib.closing(Closing()): pass',
}

const program = (spin: string) => `
import asyncio, contextlib, gc, json, re, threading, time, warnings, weakref
over = threading.Event()
def await_it():
    while not over.is_set(): pass
def every():
    while not over.is_set(): yield
class Spinning:
    def __del__(self): await_it()
    @property
    def spinning(self): await_it()
class Closing:
    def close(self): await_it()
def work():
    ${spin}
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
time.sleep(0.03)
print("awake")
over.set()
for t in threads: t.join()
print("end")`

describe.each(['virtual', 'real'] as const)('by the %s clock a thread lets others run that spins in', (clock) => {
  test.each(Object.entries(spins))('%s', async (_, spin) => {
    const modules = { 'spinner.py': 'def spin(over):\n    while not over.is_set(): pass\n' }
    expect(await printed(session(), program(spin), { clock, modules })).toBe('awake\nend\n')
  })
})

test('the switch interval is counted in looks: a shorter one makes as many more switches', async () => {
  const [long, short] = (await printed(session(), `
import sys, threading
from lab.threads import scheduler
def work():
    for _ in range(300_000): pass
for interval in (0.005, 0.0005):
    sys.setswitchinterval(interval)
    before = scheduler.run.switches
    threads = [threading.Thread(target=work) for _ in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
    print(scheduler.run.switches - before)`)).split('\n').map(Number)
  // 600,000 looks of 0.1 µs are twelve intervals of 5 ms; four switches come of starting and joining.
  expect(long).toBeGreaterThanOrEqual(12)
  expect(long).toBeLessThanOrEqual(16)
  expect(short).toBeGreaterThanOrEqual(110)
  expect(short).toBeLessThanOrEqual(126)
})

test('each look is a tenth of a microsecond, in the program, in the library, alone and beside another', async () => {
  expect(await printed(session(), `
import threading, time
from lab.threads import scheduler
def one(): pass
def loop():
    for _ in range(10_000): pass
def calls():
    for _ in range(10_000): one()
def of_c():
    for _ in range(10_000): abs(1)
def unlooking():
    for _ in range(10_000): len("")
def measured():
    now, told = scheduler.run.clock.now, []
    for work in (loop, calls, of_c, unlooking):
        work()  # as fast as it will be
        begin = now()
        work()
        told.append(round((now() - begin) * 1e7 / 10_000, 1))
    print(told)
measured()
thread = threading.Thread(target=measured); thread.start(); thread.join()
gate = threading.Lock(); gate.acquire()
threading.Thread(target=gate.acquire).start()
measured()
gate.release()`)).toBe('[1.0, 2.0, 2.0, 1.0]\n'.repeat(3))
})
