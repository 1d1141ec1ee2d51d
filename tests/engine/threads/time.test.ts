/** The clocks of a program, and when its threads take turns. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

describe('time', () => {
  test('a virtual hour passes at once, on every clock alike', async () => {
    const { result, stdout } = await perform(session(), `
import asyncio, datetime, threading, time
a = time.time(), time.monotonic(), time.perf_counter(), datetime.datetime.now()
time.sleep(3600)
b = time.time(), time.monotonic(), time.perf_counter(), datetime.datetime.now()
print([round(y - x) for x, y in zip(a[:3], b)], round((b[3] - a[3]).total_seconds()))
print(datetime.datetime.now(datetime.UTC).isoformat(timespec="minutes"))
async def main():
    loop = asyncio.get_running_loop(); t = loop.time()
    await asyncio.sleep(1800)
    return round(loop.time() - t), round(time.monotonic() - b[1])
print(asyncio.run(main()))`)
    expect(stdout).toBe('[3600, 3600, 3600] 3600\n2026-01-01T01:00+00:00\n(1800, 1800)\n')
    expect(result.kind === 'done' && Math.round(result.virtual!)).toBe(5400)
  })

  test('work takes virtual time, in one thread and in several, and a thread that looks at the clock gets on', async () => {
    expect(await printed(session(), `
import threading, time
begin = time.monotonic()
for _ in range(200_000): pass
alone = time.monotonic() - begin
def spin():
    while time.monotonic() < begin + 1: pass
def sleep():
    time.sleep(0.5); print("slept")
ts = [threading.Thread(target=f) for f in (spin, sleep)]
for t in ts: t.start()
for t in ts: t.join()
print(0.002 < alone < 0.1, 1 <= time.monotonic() - begin < 1.1)`)).toBe('slept\nTrue True\n')
  })

  test('real time is as long as it is, and others run meanwhile', async () => {
    expect(await printed(session(), `
import threading, time
begin = time.monotonic()
ts = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(0.2 <= time.monotonic() - begin < 0.8)`, { clock: 'real' })).toBe('True\n')
  })

  test('the same seed gives the same run to the byte, another one another', async () => {
    const source = `
import random, threading, time
def f(n):
    for _ in range(20):
        time.sleep(random.random()); print(n, end="")
ts = [threading.Thread(target=f, args=(n,)) for n in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(time.perf_counter())`
    const [first, again, other] = [await printed(session(), source, { seed: 1 }), await printed(session(), source, { seed: 1 }), await printed(session(), source, { seed: 2 })]
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })
})

describe('switches, as under the GIL', () => {
  const race = (update: string) => `
import threading, sys
counter = 0
def one(): return 1
def work():
    global counter
    for _ in range(25_000):
        ${update}
ts = [threading.Thread(target=work) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(counter)`

  test.each(['counter += 1', 'counter = counter + 1', 'counter += len("x")'])('%s loses nothing', async (update) => {
    expect(await printed(session(), race(update))).toBe('100000\n')
  })

  test.each(['counter += one()', 'counter = int(counter) + 1', 't = counter; [t for _ in (1, 2)]; counter = t + 1'])('%s loses updates', async (update) => {
    expect(Number(await printed(session(), race(update)))).toBeLessThan(100_000)
  })

  test('the switch interval is obeyed', async () => {
    const turns = async (interval: number) => Number(await printed(session(), `
import sys, threading
sys.setswitchinterval(${interval})
turns, last = 0, None
def work(me):
    global turns, last
    for _ in range(200_000):
        if last != me:
            turns += 1; last = me
ts = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(turns)`))
    const [often, seldom] = [await turns(0.001), await turns(0.01)]
    expect(seldom).toBeGreaterThan(2)
    expect(often).toBeGreaterThan(5 * seldom)
  })
})

test('threads, futures and tasks have hashes that do not depend on where they lie in memory, and so have sets of them', async () => {
  const hashes = `import asyncio, threading; from concurrent.futures import Future
async def main(): return [hash(asyncio.Future()) for _ in range(3)]
print([hash(threading.Thread()) for _ in range(3)], [hash(Future()) for _ in range(3)], asyncio.run(main()))`
  expect(await printed(session(), `junk = [object() for _ in range(12345)]\n${hashes}`)).toBe(await printed(session(), hashes))
})
