/** Processes as workers: side by side, in one time, gone with their run. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { assetsFolder, openNodeSession, readManifest } from '../../../runtime/run/node.ts'
import { perform, printed, start, useSession } from '../support.ts'

const alive = new Set<Worker>()
let births = 0
const born = (worker: Worker) => {
  births++
  alive.add(worker)
  worker.on('exit', () => alive.delete(worker))
}
beforeAll(() => void process.on('worker', born))
afterAll(() => void process.off('worker', born))

const { session } = useSession()

const forever = `
import multiprocessing as mp, time
def forever():
    while True: pass
def outer():
    mp.Process(target=forever).start()
    time.sleep(1000)
if __name__ == "__main__":
    children = [mp.Process(target=target) for target in (forever, forever, outer)]
    for child in children: child.start()
`

/** Only the session's own two workers are left, or one while it makes the other anew. */
async function expectNoOrphans(): Promise<void> {
  await expect.poll(() => alive.size, { timeout: 90_000 }).toBeLessThanOrEqual(2)
  await new Promise(resolve => setTimeout(resolve, 1500))
  expect(alive.size).toBeLessThanOrEqual(2)
}

describe('the workers of processes', () => {
  test.each([
    ['while they compute', '    print("go", flush=True)\n    while True: pass', 1500],
    ['while the program waits for them', '    print("go", flush=True)\n    children[0].join()', 1500],
    ['while they start', '    print("go", flush=True)\n    children[0].join()', 0],
  ])('are ended by Stop %s', async (_name, rest, pause) => {
    const { first, run, outcome } = start(session(), forever + rest)
    expect(await first).toBe('go\n')
    await new Promise(resolve => setTimeout(resolve, pause))
    if (pause) await expect.poll(() => alive.size, { timeout: 90_000 }).toBeGreaterThanOrEqual(5)
    run.stop()
    expect((await outcome).result.kind).toBe('stopped')
    expect(await printed(session(), 'print("next")')).toBe('next\n')
    await expectNoOrphans()
  })

  test('have the cores for themselves: the spare is not loaded beside them, but after', async () => {
    await expect.poll(() => alive.size, { timeout: 90_000 }).toBe(2) // of the other session
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const own = openNodeSession()
    try {
      const before = births, { first, outcome } = start(own, `
import multiprocessing as mp, time
def work(): print("go", flush=True); time.sleep(0.5)
if __name__ == "__main__":
    child = mp.Process(target=work); child.start(); child.join()`)
      expect(await first).toBe('go\n')
      vi.advanceTimersByTime(10_000) // the spare's moment was 300 ms after the first worker was there
      await new Promise(setImmediate)
      expect(births - before).toBe(2)
      await outcome
      await expect.poll(() => births - before).toBe(3)
    }
    finally {
      vi.useRealTimers()
      own.dispose()
    }
  })

  test('are ended with a program that leaves them behind', async () => {
    expect((await perform(session(), `${forever}    print("leaving"); import os; os._exit(5)`)).result).toMatchObject({ kind: 'exited', code: 5 })
    expect((await perform(session(), `${forever}    for child in children: child.daemon or child.kill()`)).result.kind).toBe('done')
    await expectNoOrphans()
  })

  test('print into one output, each line when it is written, in the order of cause and effect', async () => {
    const { stdout, stderr } = await perform(session(), `
import multiprocessing as mp, sys
def say(n, before, after):
    before.wait()
    print("line", n); print("é" * 3, file=sys.stderr)
    after.set()
if __name__ == "__main__":
    events = [mp.Event() for _ in range(4)]
    for n in (2, 1, 0): mp.Process(target=say, args=(n, events[n], events[n + 1])).start()
    print("first"); events[0].set(); events[3].wait(); print("last")`)
    expect(stdout).toBe('first\nline 0\nline 1\nline 2\nlast\n')
    expect(stderr).toBe('ééé\n'.repeat(3))
  })

  test('start without a snapshot, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assets-'))
    await cp(fileURLToPath(assetsFolder), folder, { recursive: true })
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...readManifest(), snapshot: null }))
    const plain = openNodeSession(pathToFileURL(`${folder}/`))
    expect(await printed(plain, 'import multiprocessing as mp\nif __name__ == "__main__":\n    with mp.Pool(1) as pool: print(pool.map(abs, [-1]))')).toBe('[1]\n')
    plain.dispose()
    await rm(folder, { recursive: true })
  })

  test('run at the same time', async () => {
    expect(await printed(session(), `
import multiprocessing as mp, time
def work(barrier, q):
    barrier.wait()
    begin = time.perf_counter()
    while time.perf_counter() < begin + 0.6: sum(range(10_000))
    q.put((begin, time.perf_counter()))
if __name__ == "__main__":
    barrier, q = mp.Barrier(2), mp.SimpleQueue()
    for _ in range(2): mp.Process(target=work, args=(barrier, q)).start()
    (a, b), (c, d) = q.get(), q.get()
    print(min(b, d) - max(a, c) > 0.3)`)).toBe('True\n')
  })
})

describe('threads beside processes', () => {
  test('go on while one waits for a process, and a spinning one does not keep its answer back', async () => {
    expect(await printed(session(), `
import multiprocessing as mp, threading, time
def later(conn): time.sleep(0.3); conn.send("answer")
if __name__ == "__main__":
    here, there = mp.Pipe()
    turns, done = 0, False
    def spin():
        global turns
        while not done: turns += 1
    t = threading.Thread(target=spin); t.start()
    mp.Process(target=later, args=(there,)).start()
    print(here.recv()); done = True; t.join(); print(turns > 1000)`)).toBe('answer\nTrue\n')
  })

  test('are not in a deadlock while a process may answer', async () => {
    expect(await printed(session(), `
import multiprocessing as mp, threading
def answer(q): q.put(1)
if __name__ == "__main__":
    q = mp.Queue(); got = threading.Event()
    def wait(): q.get(); got.set()
    threading.Thread(target=wait).start()
    mp.Process(target=answer, args=(q,)).start()
    got.wait(); print("got it")`)).toBe('got it\n')
  })

  test('interrupt one that waits for a process, and nothing is lost', async () => {
    expect(await printed(session(), `
import _thread, multiprocessing as mp, threading, time
if __name__ == "__main__":
    r, w = mp.Pipe(False); lock = mp.Lock(); lock.acquire()
    for wait in (r.recv, lock.acquire):
        threading.Timer(0.05, _thread.interrupt_main).start()
        try: wait()
        except KeyboardInterrupt: print("interrupted")
    w.send("kept"); print(r.recv()); lock.release(); print(lock.acquire(timeout=1))`)).toBe('interrupted\ninterrupted\nkept\nTrue\n')
  })
})

describe('the clock of processes', () => {
  test('goes on from the virtual one, with real time, and is one for all', async () => {
    const { stdout, result } = await perform(session(), `
import multiprocessing as mp, time, threading
def look(q): q.put((time.perf_counter(), time.time()))
if __name__ == "__main__":
    time.sleep(3600)
    before, date = time.perf_counter(), time.time()
    q = mp.Queue(); mp.Process(target=look, args=(q,)).start()
    there, there_date = q.get()
    after, last_date = time.perf_counter(), time.time()
    print(3600 <= before < there < after < before + 20, date < there_date < last_date < date + 20)
    t = threading.Thread(target=time.sleep, args=(0.2,)); t.start(); t.join()
    print(0.19 < time.perf_counter() - after < 5)`)
    expect(stdout).toBe('True True\nTrue\n')
    expect(result).toMatchObject({ kind: 'done', virtual: null })
    expect(result.duration).toBeLessThan(20_000)
  })

  test('is the real one where the cell\'s is', async () => {
    expect((await perform(session(), `
import multiprocessing as mp, time
def look(q): q.put((time.perf_counter(), time.time()))
if __name__ == "__main__":
    before, date = time.perf_counter(), time.time()
    q = mp.Queue(); mp.Process(target=look, args=(q,)).start()
    there, there_date = q.get()
    print(before < there < time.perf_counter(), date < there_date < time.time(), date > 1_700_000_000)`, { clock: 'real' })).stdout).toBe('True True True\n')
  })

  test('random numbers differ from process to process, and are the same in every run', async () => {
    const source = `
import multiprocessing as mp, random
def roll(q): q.put(random.random())
if __name__ == "__main__":
    q = mp.SimpleQueue()
    for _ in range(2):
        p = mp.Process(target=roll, args=(q,)); p.start(); p.join(); print(q.get())`
    const one = await printed(session(), source)
    expect(new Set(one.trim().split('\n')).size).toBe(2)
    expect(await printed(session(), source)).toBe(one)
  })

  test('cores are the machine\'s, at most eight; a pool of threads does not depend on them', async () => {
    expect(await printed(session(), `
import os, multiprocessing as mp
from concurrent.futures import ThreadPoolExecutor
print(os.cpu_count(), os.process_cpu_count(), mp.cpu_count(), ThreadPoolExecutor()._max_workers)`)).toBe(`${`${Math.min(8, navigator.hardwareConcurrency)} `.repeat(3)}5\n`)
  })
})
