/** Processes in a real browser: each a worker, side by side, gone after Stop. */
import { expect, test } from 'vitest'
import { liveCell, slide, useDeck } from '../deck.ts'

const deck = useDeck()

test('a pool of processes works in a cell, and Stop ends its workers', async () => {
  const page = await deck.open(`${slide.streams}`)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  await cell.write(`import os, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier, Process
def work(n):
    begin = time.perf_counter()
    total = sum(i * i for i in range(200_000))
    return n, os.getpid(), begin, time.perf_counter()
def meet(barrier):
    barrier.wait()
    while True: pass
if __name__ == "__main__":
    origin = time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(work, range(4)))
    print([n for n, *_ in results], all(pid != os.getpid() for _, pid, *_ in results))
    print(all(origin < begin < end < time.perf_counter() for *_, begin, end in results))
    try:
        with ProcessPoolExecutor(1) as pool: pool.submit(int, "x").result()
    except ValueError as error: print(error)
    barrier = Barrier(3)
    for _ in range(2): Process(target=meet, args=(barrier,)).start()
    barrier.wait()
    print("both run")
    while True: pass`)
  await cell.press('Run')
  await cell.output.getByText('both run').waitFor({ timeout: 90_000 })
  expect(await cell.output.textContent()).toBe('[0, 1, 2, 3] True\nTrue\ninvalid literal for int() with base 10: \'x\'\nboth run\n')
  expect(page.workers().length).toBeGreaterThanOrEqual(3)
  await cell.press('Stop')
  await cell.over()
  await expect.poll(() => page.workers().length, { timeout: 90_000 }).toBeLessThanOrEqual(2)
  await cell.write('print("next")')
  await cell.press('Run')
  await cell.over()
  expect(await cell.output.textContent()).toBe('next\n')
})
