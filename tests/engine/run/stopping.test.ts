/** Stop, as the program sees it: a KeyboardInterrupt in its main thread, like Ctrl+C at a terminal. */
import { describe, expect, test } from 'vitest'
import { patience } from '../../../runtime/run/createSession.ts'
import { perform, start, useSession, type Outcome, type StartOptions } from '../support.ts'

const { session } = useSession()

/** Stops a program a moment after it has printed "go"; the outcome, and how many ms it took to end. */
async function stopped(source: string, options: StartOptions = { clock: 'real' }, pause = 150): Promise<Outcome & { took: number }> {
  const { run, first, outcome } = start(session(), source, options)
  await first
  await new Promise(resolve => setTimeout(resolve, pause))
  const begun = performance.now()
  run.stop()
  const ended = await outcome
  expect(ended.result.kind).toBe('stopped')
  return { ...ended, took: performance.now() - begun }
}

/** A program whose `wait` line is what Stop cuts short. */
const waits = (setup: string, wait: string) => `import threading, queue, time, asyncio, sys
${setup}
print("go", flush=True)
try:
    ${wait}
    print("went on")
except KeyboardInterrupt:
    print("caught in", threading.current_thread().name)
finally:
    print("finally")
`

/** As `stopped`, of a program that meets Stop: a machine too busy for Stop's patience (`runtime/run/createSession.ts`) ends its worker, and it is run again. */
async function interrupted(...[source, options, pause]: Parameters<typeof stopped>): ReturnType<typeof stopped> {
  for (let left = 4; ; left--) {
    const ended = await stopped(source, options, pause)
    if (ended.took < patience.unmet || left === 0) return ended
  }
}

describe('a program that Stop interrupts', () => {
  test.each([
    ['sleeps', '', 'time.sleep(1e9)'],
    ['waits for a lock', 'lock = threading.Lock(); lock.acquire()', 'lock.acquire(timeout=1e6)'],
    ['waits for a queue', 'q = queue.Queue()', 'q.get(timeout=1e6)'],
    ['joins a thread', 't = threading.Thread(target=time.sleep, args=(1e6,), daemon=True); t.start()', 't.join()'],
    ['computes', '', 'while True: pass'],
    ['computes in calls', 'def f(n): return n if n < 1 else f(n - 1) + f(n - 2)', 'f(60)'],
    ['computes in the library', 'import re, fractions', 'sum(fractions.Fraction(1, n) for n in range(1, 10**7))'],
    ['waits for a thread that computes', 'def spin():\n    while True: pass\nt = threading.Thread(target=spin, daemon=True); t.start()', 't.join()'],
    ['computes beside threads', 'def spin():\n    while True: pass\nfor _ in range(3): threading.Thread(target=spin, daemon=True).start()', 'spin()'],
  ])('%s: its main thread meets KeyboardInterrupt, and what it prints is shown', async (_name, setup, wait) => {
    const { stdout, stderr } = await interrupted(waits(setup, wait))
    expect(stdout).toBe('go\ncaught in MainThread\nfinally\n')
    expect(stderr).toBe('')
  })

  test('in virtual time, too', async () => {
    const { stdout } = await interrupted(waits('', 'while True: time.sleep(1)'), { clock: 'virtual' })
    expect(stdout).toBe('go\ncaught in MainThread\nfinally\n')
  })

  test('at the moment when the scheduler finds that nobody can run, is no deadlock', async () => {
    const { stdout, result } = await perform(session(), `import time
from lab.threads import scheduler
run = scheduler.run
idle = run._idle
def late():
    del run._idle
    run.interrupt()
    idle()
run._idle = late
try: time.sleep(1)
except KeyboardInterrupt: print("caught")`)
    expect(stdout).toBe('caught\n')
    expect(result.kind).toBe('stopped')
  })

  test.each([
    ['after it was met', '', 'signal.raise_signal(64)'],
    ['on the way to the main thread', 'signal.raise_signal(64)', ''],
  ])('is met once, where its signal is given again %s', async (_when, before, after) => {
    const { stdout, stderr } = await interrupted(`import signal, time
from lab import host
exec(compile("""
import _signal as signal
met = meet_interrupt
def meet_interrupt():
    ${before || 'pass'}
    met()
""", host.__file__, "exec"), vars(host))  # as the engine's own
print("go", flush=True)
try:
    while True: pass
except KeyboardInterrupt:
    ${after || 'pass'}
    time.sleep(0.001)
    print("caught")`)
    expect(stdout).toBe('go\ncaught\n')
    expect(stderr).toBe('')
  })

  test('prints its traceback, of its own lines', async () => {
    const { stderr } = await interrupted('def work():\n    while True: pass\nprint("go")\nwork()\n')
    expect(stderr.replace(/^ *\^+\n/m, '')).toBe(`Traceback (most recent call last):
  File "gil/test.py", line 4, in <module>
    work()
    ~~~~^^
  File "gil/test.py", line 2, in work
    while True: pass
KeyboardInterrupt
`)
  })

  test('waits for input', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<void>()
    let stdout = ''
    const run = session().run({ file: 'a.py', source: 'try: input("? ")\nexcept KeyboardInterrupt: print("no line")' }, {
      output: chunks => void (stdout += chunks.map(({ text }) => text).join('')), cut: () => {}, started: () => {},
      input: () => {
        resolve()
        return new Promise(() => {})
      },
    })
    await asked
    run.stop()
    expect((await run.result).kind).toBe('stopped')
    expect(stdout).toBe('no line\n')
  })

  test('asyncio cancels its tasks before', async () => {
    const { stdout, stderr } = await interrupted(`import asyncio
async def work():
    try: await asyncio.sleep(1e6)
    except asyncio.CancelledError:
        print("cancelled"); raise
async def main():
    print("go", flush=True)
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
asyncio.run(main())`)
    expect(stdout).toBe('go\ncancelled\n')
    expect(stderr).toMatch(/KeyboardInterrupt\n$/)
  })

  test('waits for a process: its own with-block ends that', async () => {
    const { stdout } = await interrupted(`import multiprocessing, time
def work():
    print("go", flush=True); time.sleep(1e6)
if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
    process.start()
    try: process.join()
    except KeyboardInterrupt:
        process.terminate(); process.join()
        print("ended", process.exitcode)`)
    expect(stdout).toBe('go\nended -15\n')
  })

  test('may have a handler of its own, and may raise what it likes', async () => {
    const { stdout, stderr } = await interrupted(`import signal, time
class Enough(Exception): pass
def handler(number, frame): raise Enough(number, frame.f_code.co_name)
signal.signal(signal.SIGINT, handler)
def work():
    print("go", flush=True)
    while True: pass
work()`)
    expect(stdout).toBe('go\n')
    expect(stderr).toMatch(/Enough: \(2, 'work'\)\n$/)
  })
})

describe('a program that goes on all the same', () => {
  test.each([
    ['catches it', 'while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: print("not me")'],
    ['ignores the signal', 'import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass'],
    ['is in one long call', 'sum(range(10 ** 12))'],
    ['sleeps in its handler', 'import time\ntry:\n    while True: pass\nfinally: time.sleep(1e6)'],
  ])('is ended with its worker: %s', async (_name, source) => {
    const { took } = await stopped(`print("go", flush=True)\n${source}`)
    expect(took).toBeGreaterThan(250)
    expect((await perform(session(), 'print("next")')).stdout).toBe('next\n')
  })

  test('is ended at once when it is stopped again', async () => {
    const { run, first, outcome } = start(session(), 'print("go", flush=True)\nimport time\ntry: time.sleep(1e6)\nfinally: time.sleep(1e6)', { clock: 'real' })
    await first
    run.stop()
    const begun = performance.now()
    run.stop()
    expect((await outcome).result.kind).toBe('stopped')
    expect(performance.now() - begun).toBeLessThan(250)
  })
})
