/** The timeline of runs here and now: new, edited, going on, stopped, covered, shared. */
import { expect, test } from 'vitest'
import { liveCell } from '../deck.ts'
import { paths, picture, useViews, viewSlide } from '../views.ts'

const open = useViews()

test('a run gives a new picture; an edit then marks it as of older code, and takes the marks from the code', async () => {
  const page = await open(viewSlide.unrecorded)
  const view = picture(page)
  const cell = liveCell(page)
  expect(await view.root.textContent()).toContain('run the program')
  expect(await view.caption.textContent()).toBe('One thread, one print.')
  await cell.write('import threading\nfor name in "xyz":\n    threading.Thread(target=print, args=(name,), name=name).start()\nprint("end")')
  await cell.press('Run')
  await cell.over()
  await expect.poll(() => view.root.locator('.name').allTextContents()).toEqual(['M Main', 'A x', 'B y', 'C z'])
  await view.head.focus()
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
  expect(await view.marks()).not.toEqual([])
  await cell.editor.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' nonsense (')
  await expect.poll(() => view.caption.textContent()).toContain('before the last edit')
  expect(await view.marks()).toEqual([])
  await cell.press('Reset')
  await expect.poll(() => view.root.textContent()).toContain('run the program')
})

test('an edited recorded cell says that the picture is of the original', async () => {
  const page = await open(viewSlide.one)
  await liveCell(page).write('print("other")')
  await expect.poll(() => picture(page).caption.textContent()).toContain('Recorded from the original code.')
})

test('a run in real time is drawn as it goes on, and Stop keeps what there was', async () => {
  const page = await open(viewSlide.real)
  const view = picture(page)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  await cell.press('Run')
  await expect.poll(() => view.root.locator('.name').allTextContents(), { timeout: 90_000 }).toEqual(['M Main', 'A ticker'])
  await cell.output.getByText('tick 3').waitFor()
  await cell.press('Stop')
  await cell.over()
  expect((await paths(page, 'wait-sleep')).length).toBeGreaterThan(0)
})

test('a million events are cut: what came after is hatched, and said not to be known', async () => {
  const page = await open(viewSlide.one)
  const view = picture(page)
  await liveCell(page).write('import threading\nlock = threading.Lock()\nfor _ in range(500_000):\n    lock.acquire()\n    lock.release()\nthreading.Thread(target=print, args=["late"], name="late").start()\nprint("all of them")')
  await liveCell(page).press('Run')
  await liveCell(page).over(60)
  await expect.poll(() => view.caption.textContent(), { timeout: 90_000 }).toMatch(/Told up to [\d.]+ m?s: the limit of 100,000 events; what came after is not known\./)
  expect(await liveCell(page).output.textContent()).toContain('all of them')
  expect(await view.root.locator('.name').allTextContents()).toEqual(['M Main', 'A late'])
  const [hatched, running] = [await paths(page, 'unknown'), await paths(page, 'running')]
  expect(hatched).toHaveLength(2)
  const [, x, width] = /^M([\d.]+) .*?h([\d.]+)/.exec(hatched[0]!)!
  const [, start, length] = /^M(-?[\d.]+) .*?h([\d.]+)/.exec(running[0]!)!
  expect(Number(start) + Number(length)).toBeLessThanOrEqual(Number(x) + 2)
  const box = (await view.root.locator('.field').boundingBox())!
  expect(Number(x) + Number(width)).toBeGreaterThanOrEqual(box.width - 1)
  await page.mouse.move(box.x + box.width - 20, box.y + 10)
  await expect.poll(() => view.info.textContent()).toMatch(/What Main did from .* on is not known/)
  await view.head.focus()
  await page.keyboard.press('End')
  expect(Number(await view.head.getAttribute('aria-valuenow'))).toBeGreaterThan(99_000)
  expect(await view.head.getAttribute('aria-valuetext')).toContain('what anybody did then is not known')
  expect(await view.root.locator('.token').count()).toBe(0)
})

test('P covers the picture too, until the program is run', async () => {
  const page = await open(viewSlide.one)
  const view = picture(page)
  await view.tracks.waitFor()
  await page.keyboard.press('p')
  await expect.poll(() => page.locator('.python-cell:has(.cm-editor) .cell-view').textContent()).toContain('covered until the program is run')
  await liveCell(page).press('Run')
  await liveCell(page).over()
  await view.tracks.waitFor()
})

test('the audience sees the presenter’s picture', async () => {
  const presenter = await open(`presenter/${viewSlide.unrecorded}`, { viewport: { width: 1280, height: 800 } })
  const audience = await presenter.context().newPage()
  await audience.goto(presenter.url().replace('presenter/', ''))
  const [presenters, audiences] = [liveCell(presenter), liveCell(audience)]
  await presenters.editor.waitFor()
  await audiences.editor.waitFor()
  await presenters.press('Run')
  await presenters.over()
  await picture(audience).tracks.waitFor()
  expect(await picture(audience).root.locator('.name').allTextContents()).toEqual(['M Main'])
})

test('on paper the picture is a still: the whole run, no buttons, no play head, and every line of the code', async () => {
  const page = await open(viewSlide.computing)
  const base = page.url().replace(/#.*/, '')
  await page.goto(`${base}?print=true#/print?print=true`)
  const cell = page.locator('.python-cell').filter({ hasText: 'computing.py' })
  await cell.locator('.lane-tracks').waitFor()
  await expect.poll(() => cell.locator('path.running').evaluateAll(all => all.filter(path => path.getAttribute('d')).length)).toBe(4)
  expect(await cell.getByRole('button').count()).toBe(0)
  expect(await cell.getByRole('slider').count()).toBe(0)
  const listing = cell.locator('.cell-listing')
  expect(await listing.evaluate(element => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1)
})

test('on a phone a tap moves the play head, two fingers zoom, and the slide stays', async () => {
  const page = await open(viewSlide.computing, { viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true })
  const view = picture(page)
  const box = (await view.tracks.boundingBox())!
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  await expect.poll(async () => Number(await view.head.getAttribute('aria-valuenow'))).toBeGreaterThan(5)
  const before = (await paths(page, 'running')).join()
  const client = await page.context().newCDPSession(page)
  const y = box.y + box.height / 2
  const fingers = (type: 'touchStart' | 'touchMove', apart: number) => client.send('Input.dispatchTouchEvent', {
    type, touchPoints: [{ x: box.x + box.width / 2 - apart, y, id: 1 }, { x: box.x + box.width / 2 + apart, y, id: 2 }],
  })
  await fingers('touchStart', 30)
  for (let apart = 40; apart <= 140; apart += 20) await fingers('touchMove', apart)
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(async () => (await paths(page, 'running')).join()).not.toBe(before)
  expect(page.url()).toMatch(/#\/2/)
})
