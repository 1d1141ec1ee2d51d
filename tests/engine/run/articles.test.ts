/** Programs of the kinds that articles on threading and concurrency show, as they would be typed. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()
const log = `import logging
logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO, datefmt="%H:%M:%S")
info = logging.info
`

describe('threads, one step after the other', () => {
  test('three workers that log, sleep and are joined in order', async () => {
    expect(await printed(session(), `${log}import threading, time
def bake(number):
    info("oven %s: in", number)
    time.sleep(3 - number)
    info("oven %s: out", number)
if __name__ == "__main__":
    ovens = []
    for number in range(3):
        info("main: before oven %d", number)
        oven = threading.Thread(target=bake, args=(number,))
        ovens.append(oven)
        oven.start()
    for number, oven in enumerate(ovens):
        oven.join()
        info("main: oven %d is done", number)
`)).toBe(`00:00:00 main: before oven 0
00:00:00 oven 0: in
00:00:00 main: before oven 1
00:00:00 oven 1: in
00:00:00 main: before oven 2
00:00:00 oven 2: in
00:00:01 oven 2: out
00:00:02 oven 1: out
00:00:03 oven 0: out
00:00:03 main: oven 0 is done
00:00:03 main: oven 1 is done
00:00:03 main: oven 2 is done
`)
  })

  test('a store that reads, sleeps and writes loses updates; with a lock it does not', async () => {
    const store = (lock: string) => `${log}import concurrent.futures, contextlib, threading, time
class Store:
    def __init__(self):
        self.value = 0
        self._lock = ${lock}
    def add(self, name):
        with self._lock:
            copy = self.value
            copy += 1
            time.sleep(0.1)
            self.value = copy
        info("%s wrote %d", name, copy)
store = Store()
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    for name in "AB":
        pool.submit(store.add, name)
print("end", store.value)
`
    expect(await printed(session(), store('contextlib.nullcontext()'))).toMatch(/^end 1\n00:00:00 [AB] wrote 1\n00:00:00 [AB] wrote 1\n$/)
    expect(await printed(session(), store('threading.Lock()'))).toMatch(/^end 2\n00:00:00 [AB] wrote 1\n00:00:00 [AB] wrote 2\n$/)
  })

  test('a producer and a consumer with two locks, and with a queue and an event', async () => {
    expect(await printed(session(), `import concurrent.futures, random, threading
END = object()
class Slot:
    def __init__(self):
        self.message = None
        self.full, self.empty = threading.Lock(), threading.Lock()
        self.full.acquire()
    def put(self, message):
        self.empty.acquire(); self.message = message; self.full.release()
    def get(self):
        self.full.acquire(); message = self.message; self.empty.release()
        return message
def produce(slot):
    for _ in range(10): slot.put(random.randint(1, 101))
    slot.put(END)
def consume(slot):
    while (message := slot.get()) is not END: got.append(message)
slot, got = Slot(), []
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    pool.submit(produce, slot); pool.submit(consume, slot)
print(len(got), all(1 <= n <= 101 for n in got))
`)).toBe('10 True\n')
    expect(await printed(session(), `import concurrent.futures, queue, threading, time
def produce(pipeline, stop):
    number = 0
    while not stop.is_set():
        pipeline.put(number); number += 1
def consume(pipeline, stop):
    while not stop.is_set() or not pipeline.empty():
        got.append(pipeline.get())
pipeline, stop, got = queue.Queue(maxsize=10), threading.Event(), []
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    pool.submit(produce, pipeline, stop); pool.submit(consume, pipeline, stop)
    time.sleep(0.1)
    stop.set()
print(got == list(range(len(got))), len(got) > 80)
`)).toBe('True True\n')
  })

  test('a lock taken twice stops the program, and the report says where', async () => {
    const { result, stdout } = await perform(session(), `import threading
l = threading.Lock()
print("before first acquire")
l.acquire()
print("before second acquire")
l.acquire()
print("never")
`)
    expect(stdout).toBe('before first acquire\nbefore second acquire\n')
    expect(result).toMatchObject({ kind: 'raised', error: { type: 'Deadlock', line: 6, message: expect.stringContaining('waits for l, which it holds itself') as string } })
  })

  test('a timer, a barrier, a semaphore', async () => {
    expect(await printed(session(), `import threading, time
begin = time.monotonic()
t = threading.Timer(30.0, lambda: print("rang", round(time.monotonic() - begin)))
t.start()
gate, inside, most = threading.BoundedSemaphore(3), 0, 0
def visit():
    global inside, most
    with gate:
        inside += 1; most = max(most, inside)
        time.sleep(1)
        inside -= 1
guests = [threading.Thread(target=visit) for _ in range(10)]
for g in guests: g.start()
for g in guests: g.join()
print(most, round(time.monotonic() - begin))
barrier = threading.Barrier(4, action=lambda: print("all here"))
for n in range(4): threading.Thread(target=lambda n=n: (time.sleep(n), barrier.wait())).start()
`)).toBe('3 4\nall here\nrang 30\n')
  })
})

describe('work for the processor and work that waits', () => {
  test('numbers by a plain loop, by a pool of threads, by asyncio: the same results, and threads are no faster', async () => {
    expect(await printed(session(), `import asyncio, concurrent.futures, time
def fib(n): return n if n < 2 else fib(n - 2) + fib(n - 1)
def plain(): return [fib(15) for _ in range(8)]
def threads():
    with concurrent.futures.ThreadPoolExecutor(max_workers=5) as pool:
        return list(pool.map(fib, [15] * 8))
async def one(n): return fib(n)
async def main(): return await asyncio.gather(*(one(15) for _ in range(8)))
took = {}
for name, way in dict(plain=plain, threads=threads, asyncio=lambda: asyncio.run(main())).items():
    begin = time.perf_counter()
    assert way() == [610] * 8
    took[name] = time.perf_counter() - begin
print({name: time > 0.5 * took["plain"] for name, time in took.items()})
`)).toBe('{\'plain\': True, \'threads\': True, \'asyncio\': True}\n')
  })

  test('a hundred and sixty downloads: one after the other, five threads with a session each, asyncio', async () => {
    expect(await printed(session(), `import asyncio, concurrent.futures, threading, time
mine = threading.local()
def session():
    if not hasattr(mine, "session"): mine.session = object(); opened.append(mine.session)
    return mine.session
def download(site):
    session(); time.sleep(0.1); return 100
async def download_async(site):
    await asyncio.sleep(0.1); return 100
async def main(): return await asyncio.gather(*(download_async(s) for s in sites))
sites, opened = ["site"] * 160, []
def timed(way):
    begin = time.perf_counter(); total = sum(way())
    return total, round(time.perf_counter() - begin, 1)
print(timed(lambda: [download(s) for s in sites]), len(opened)); opened.clear()
with concurrent.futures.ThreadPoolExecutor(max_workers=5) as pool:
    print(timed(lambda: list(pool.map(download, sites))), len(opened))
print(timed(lambda: asyncio.run(main())))
`)).toBe('(16000, 16.0) 1\n(16000, 3.2) 5\n(16000, 0.1)\n')
  })
})
