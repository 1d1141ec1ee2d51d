/** Pools of processes. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

/** A program whose `body` is run in the main process only. */
const program = (definitions: string, body: string) => `
import multiprocessing as mp, os, time
from concurrent.futures import ProcessPoolExecutor, as_completed
${definitions}
if __name__ == "__main__":
${body.replace(/^/gm, '    ')}
`

const square = 'def square(x): return x * x'

describe('a Pool', () => {
  test('maps, applies, and ends', async () => {
    expect(await printed(session(), program(`
${square}
def power(x, n): return x ** n
def fail(x): raise KeyError(x)
def tag(value): global tagged; tagged = value
def tell(_): return tagged`, `
with mp.Pool(2) as pool:
    print(pool.map(square, range(5)), list(pool.imap(square, range(3))), sorted(pool.imap_unordered(square, range(3), 2)))
    print(pool.starmap(power, [(2, 3), (3, 2)]), pool.apply(square, (7,)))
    later = pool.apply_async(square, (8,), callback=lambda value: print("called back", value))
    print(later.get(10), later.successful())
    try: pool.map(fail, [1])
    except KeyError as e: print(repr(e), type(e.__cause__).__name__)
    try: pool.apply_async(time.sleep, (5,)).get(0.05)
    except mp.TimeoutError as e: print("TimeoutError")
pool = mp.Pool(1, tag, ("initialised",), maxtasksperchild=1)
print(pool.map(tell, range(2), 1), len(set(pool.starmap(os.getpid, [()] * 3, 1))))
pool.close()
try: pool.map(square, [1])
except ValueError as e: print(e)
pool.join(); print("joined")`))).toBe('[0, 1, 4, 9, 16] [0, 1, 4] [0, 1, 4]\n[8, 9] 49\ncalled back 64\n64 True\nKeyError(1) RemoteTraceback\nTimeoutError\n'
  + '[\'initialised\', \'initialised\'] 3\nPool not running\njoined\n')
  })
})

describe('a ProcessPoolExecutor', () => {
  test('maps and submits; exceptions come with the traceback of the child', async () => {
    const { stdout, result } = await perform(session(), program(`
${square}
def fail(): return 1 / 0`, `
with ProcessPoolExecutor(2) as pool:
    print(list(pool.map(square, range(6), chunksize=2)))
    print(sorted(f.result() for f in as_completed([pool.submit(square, n) for n in range(4)])))
    error = pool.submit(fail).exception()
    print(repr(error)); print(error.__cause__)
    blocked = [pool.submit(time.sleep, 0.3) for _ in range(8)]
    print(blocked[-1].cancel(), blocked[-1].cancelled())
    try: pool.submit(lambda: 1).result()
    except Exception as e: print(type(e).__name__)
try: pool.submit(square, 1)
except RuntimeError as e: print(e)`))
    expect(result.kind).toBe('done')
    expect(stdout).toMatch(/^\[0, 1, 4, 9, 16, 25\]\n\[0, 1, 4, 9\]\nZeroDivisionError\('division by zero'\)\n\n"""\nTraceback \(most recent call last\):\n/)
    expect(stdout).toMatch(/File "gil\/test.py", line 6, in fail\n {4}def fail\(\): return 1 \/ 0\n[^]*ZeroDivisionError: division by zero\n"""\nTrue True\nPicklingError\ncannot schedule new futures after shutdown\n$/)
  })

  test('is broken by a child that dies, and says so', async () => {
    expect(await printed(session(), program('def die(): os._exit(1)', `
with ProcessPoolExecutor(1) as pool:
    try: pool.submit(die).result()
    except Exception as e: print(type(e).__name__, e)
    try: pool.submit(die)
    except Exception as e: print(type(e).__name__, e)`)))
      .toBe('BrokenProcessPool A process in the process pool was terminated abruptly while the future was running or pending.\n'
        + 'BrokenProcessPool A child process terminated abruptly, the process pool is not usable anymore\n')
  })

  test('that nobody shuts down is shut down at the end, after an error too', async () => {
    const { stdout, result } = await perform(session(), program(square, `
pool = ProcessPoolExecutor(1)
print(pool.submit(square, 3).result())
1 / 0`))
    expect(stdout).toBe('9\n')
    expect(result).toMatchObject({ kind: 'raised', error: { type: 'ZeroDivisionError', line: 9 } })
  })

  test('serves asyncio', async () => {
    expect(await printed(session(), program(`
import asyncio
${square}
async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, square, n) for n in range(4)), asyncio.sleep(0.01, "slept")))`, 'asyncio.run(main())')))
      .toBe('[0, 1, 4, 9, \'slept\']\n')
  })
})

describe('an InterpreterPoolExecutor', () => {
  test('runs functions in interpreters of their own, and brings exceptions back', async () => {
    const { stdout, result } = await perform(session(), program(`
from concurrent.futures import InterpreterPoolExecutor
${square}
x = 1
def bump():
    global x
    x += 1
    return x
def fail(): return 1 / 0
def begin(value): global x; x = value`, `
with InterpreterPoolExecutor(1) as pool:
    print(list(pool.map(square, range(4))), pool.submit(bump).result(), pool.submit(bump).result(), x)
    error = pool.submit(fail).exception()
    print(repr(error), type(error.__cause__).__name__); print(str(error.__cause__).splitlines()[:3])
    error = pool.submit(lambda: 1).exception()
    print(type(error).__name__, error, isinstance(error, TypeError))
    error = pool.submit(threading.Lock).exception()
    print(type(error).__name__)
with InterpreterPoolExecutor(1, initializer=begin, initargs=(10,)) as pool: print(pool.submit(bump).result())`).replace('import multiprocessing', 'import threading, multiprocessing'))
    expect(result.kind === 'raised' ? result.error.traceback : result.kind).toBe('done')
    expect(stdout).toBe('[0, 1, 4, 9] 2 3 1\nZeroDivisionError(\'division by zero\') ExecutionFailed\n'
      + '[\'ZeroDivisionError: division by zero\', \'\', \'Uncaught in the interpreter:\']\n'
      + 'NotShareableError object could not be pickled True\nNotShareableError\n11\n')
  })
})
