/** Processes as lanes in a real browser: recorded, live, stopped, refused, on paper and on a phone. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { liveCell } from '../deck.ts'
import { paths, picture, useViews, viewSlide } from '../views.ts'

const open = useViews()
const names = (page: Page) => picture(page).root.locator('.name').allTextContents()
const waitLong = { timeout: 90_000 }

test('the recorded run is drawn before Python is there: threads, then processes, with start-up, pickling and messages', async () => {
  const page = await open(viewSlide.pools)
  const view = picture(page)
  await view.tracks.waitFor()
  expect(await names(page)).toEqual(['M Main', 'A worker 0', 'B worker 1', 'P1 process 1', 'P2 process 2'])
  expect(await view.caption.textContent()).toMatch(/^A and B took turns for [\d.]+ m?s\. P1 and P2 ran at the same time for [\d.]+ m?s, after a start of [\d.]+ m?s\./)
  expect((await paths(page, 'starting')).length).toBe(2)
  expect((await paths(page, 'pickling')).length).toBe(3)
  expect((await paths(page, 'running')).length).toBe(5)
  expect((await paths(page, 'ready')).length).toBeGreaterThanOrEqual(2)
  expect((await paths(page, 'message'))[0]!.split('M').length - 1).toBeGreaterThanOrEqual(4)
  // The axis is as wide for one second as for the next.
  const ticks = await view.root.locator('.lane-axis g').evaluateAll(all => all.map(tick => [parseFloat(tick.textContent) * (/\dms|\d ms/.test(tick.textContent) ? 0.001 : 1), Number(/translate\(([\d.]+)/.exec(tick.getAttribute('transform')!)![1])] as const))
  const speeds = ticks.map(([time, x]) => x / time)
  expect(ticks.length).toBeGreaterThan(1)
  expect(Math.max(...speeds) - Math.min(...speeds)).toBeLessThan(Math.max(...speeds) / 100)
})

test('the play head tells what each process does, and marks its line in the code', async () => {
  const page = await open(viewSlide.sends)
  const view = picture(page)
  await view.head.focus()
  for (let step = 0; step < 90 && !/P1 unpickles, line 4/.test(await view.info.textContent() ?? ''); step++) await page.keyboard.press('ArrowRight')
  expect(await view.info.textContent()).toMatch(/P1 unpickles, line 4/)
  expect(await view.marks()).toContain('4: P1')
  await view.button('Table').click()
  const rows = view.root.getByRole('row')
  expect(await rows.filter({ hasText: /P1 \(adder\).*receives 4\.9 MB from Main/ }).count()).toBe(1)
  expect(await rows.filter({ hasText: 'with exit code 3' }).count()).toBe(1)
})

test('a run is drawn as it goes on, second by second, and Stop keeps what there was', async () => {
  const page = await open(viewSlide.pools)
  const view = picture(page)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  await cell.write(`import multiprocessing as mp, time
def burn():
    print("burning", flush=True)
    while True: pass
if __name__ == "__main__":
    for name in "xy": mp.Process(target=burn, name=name).start()`)
  await cell.press('Run')
  await expect.poll(() => names(page), waitLong).toEqual(['M Main', 'P1 x', 'P2 y'])
  await expect.poll(async () => (await paths(page, 'running')).length, waitLong).toBe(3)
  await expect.poll(() => cell.output.textContent(), waitLong).toBe('burning\nburning\n')
  const width = async () => Math.max(...[...(await paths(page, 'running')).join().matchAll(/h([\d.]+)/g)].map(([, length]) => Number(length)))
  const before = await width()
  await expect.poll(width, waitLong).toBeGreaterThan(before + 20)
  await cell.press('Stop')
  await cell.over()
  expect(await names(page)).toEqual(['M Main', 'P1 x', 'P2 y'])
  await cell.editor.click()
  await page.keyboard.type('#')
  await expect.poll(() => view.caption.textContent()).toContain('Of the code before the last edit.')
})

test('fifty processes are refused with a sentence, and those that there were are drawn', async () => {
  const page = await open(viewSlide.sends)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  await cell.write(`import multiprocessing as mp, time
if __name__ == "__main__":
    for number in range(50):
        mp.Process(target=time.sleep, args=(60,), daemon=True, name=f"{number}" + 200 * "x").start()`)
  await cell.press('Run')
  await expect.poll(() => cell.root.textContent(), waitLong).toContain('(A program may have 8 processes at a time here.)')
  expect((await names(page)).length).toBe(9)
  expect(await picture(page).caption.textContent()).toContain('9 lanes: scroll.')
})

test('a program that starts no process is told to be one', async () => {
  const page = await open(viewSlide.sends)
  const cell = liveCell(page)
  await cell.write('print("alone")')
  await cell.press('Run')
  await cell.over()
  await expect.poll(() => picture(page).caption.textContent()).toContain('One process, and no other was started.')
})

test.each(['light', 'dark'] as const)('axe finds nothing: %s', async (colorScheme) => {
  const page = await open(viewSlide.pools, { colorScheme })
  await picture(page).head.focus()
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowRight')
  const faults = async () => {
    await page.evaluate(axe.source)
    return page.evaluate(async () => (await (window as unknown as { axe: typeof axe }).axe.run('.python-cell:has(.cm-editor) .cell-view', { resultTypes: ['violations'] })).violations.map(({ id }) => id))
  }
  expect(await faults()).toEqual([])
  await picture(page).button('Table').click()
  expect(await faults()).toEqual([])
})

test('on paper it is a still of the whole run', async () => {
  const page = await open(viewSlide.pools)
  await page.goto(`${page.url().replace(/#.*/, '')}?print=true#/print?print=true`)
  const cell = page.locator('.python-cell').filter({ hasText: 'ThreadPoolExecutor(2)' })
  await cell.locator('.lane-tracks').waitFor()
  await expect.poll(() => cell.locator('.lane-tracks path.starting').evaluateAll(all => all.filter(path => path.getAttribute('d')).length)).toBe(2)
  expect(await cell.getByRole('button').count()).toBe(0)
})
