/** What waits for ever, what waits in a loop of its own, what is collected meanwhile. */
import { describe, expect, test } from 'vitest'
import { errorOf, printed, useSession } from '../support.ts'

const { session } = useSession()

describe('deadlock', () => {
  test('names the locks, their holders and the lines', async () => {
    const { type, message, line } = await errorOf(session(), `import threading, time
class Account:
    def __init__(self): self.lock = threading.Lock()
a, b = Account(), Account()
def transfer(x, y):
    with x.lock:
        time.sleep(1)
        with y.lock: pass
for name, pair in (("ann", (a, b)), ("bob", (b, a))):
    threading.Thread(target=transfer, args=pair, name=name).start()`)
    expect([type, line]).toEqual(['Deadlock', 8])
    expect(message).toBe('no thread can go on\n  ann waits for b.lock, held by bob, line 8\n  bob waits for a.lock, held by ann, line 8\n  MainThread waits for ann to end')
  })

  test.each([
    ['import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()', 'MainThread waits for lock, which it holds itself, line 4'],
    ['import queue\nqueue.Queue().get()', 'MainThread waits in Queue.get(), line 2'],
    ['import threading\nthreading.Event().wait()', 'MainThread waits in Event.wait(), line 2'],
    ['import asyncio\nasync def main(): await asyncio.Event().wait()\nasyncio.run(main())', 'MainThread waits in run(), line 3'],
    ['import threading\nforks = [threading.Lock()]\nforks[0].acquire()\nforks[0].acquire()', 'MainThread waits for forks[0], which it holds itself, line 4'],
  ])('%s', async (source, words) => {
    expect((await errorOf(session(), source)).message).toContain(words)
  })
})

describe('asyncio', () => {
  test('a policy that is taken back leaves the default one', async () => {
    expect(await printed(session(), `
import asyncio, warnings
warnings.simplefilter("ignore")
asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
asyncio.set_event_loop_policy(None)
print(asyncio.run(asyncio.sleep(1, "awake")))`)).toBe('awake\n')
  })

  test('runs, groups, times out, hands over to threads and back', async () => {
    expect(await printed(session(), `
import asyncio, threading, time
async def wait(n):
    await asyncio.sleep(n); return n
async def main():
    loop = asyncio.get_running_loop(); begin = loop.time()
    now = lambda: round(loop.time() - begin, 1)
    print(await asyncio.gather(wait(1), wait(2)), now())
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(wait(n)) for n in (2, 1)]
    print([t.result() for t in tasks], now())
    try:
        async with asyncio.timeout(1): await asyncio.sleep(9)
    except TimeoutError: print("timeout", now())
    print(await asyncio.gather(*(asyncio.to_thread(time.sleep, 1) for _ in range(3))), now())
    future = loop.create_future()
    threading.Timer(1, lambda: loop.call_soon_threadsafe(future.set_result, "from a thread")).start()
    print(await future, now())
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name.startswith("asyncio")))
    time.sleep(5)
    print("blocked", now())
asyncio.run(main(), debug=True)
with asyncio.Runner() as runner: print(runner.run(wait(3)))
t = threading.Thread(target=lambda: print("inside", asyncio.run(wait(1)))); t.start(); t.join()`)).toMatch(
      /^\[1, 2\] 2.0\n\[2, 1\] 4.0\ntimeout 5.0\n\[None, None, None\] 6.0\nfrom a thread 7.0\nTrue\nblocked 12.0\n3\ninside 1\n/)
  })
})
