/** The timeline and the lanes of tasks, in a real browser: what is seen, by mouse, by key, by finger. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { slideNumber } from '../deck.ts'
import { paths, picture, useViews, viewSlide } from '../views.ts'

const open = useViews()
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('.python-cell:has(.cm-editor) .cell-view', { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
  })
}

test('the recorded run is drawn before Python is there, with a caption that states its finding', async () => {
  const page = await open(viewSlide.computing)
  const view = picture(page)
  await view.tracks.waitFor()
  expect(await view.caption.textContent()).toMatch(/^A and B took turns \d+ times; \w+ waited [\d.]+ ms for the GIL\./)
  expect(await view.root.locator('.name').allTextContents()).toEqual(['M Main', 'A compute', 'B compute', 'C network'])
  expect((await paths(page, 'running')).length).toBe(4)
  expect((await paths(page, 'ready')).length).toBeGreaterThan(2)
  expect((await paths(page, 'hand-off'))[0]!.split('M').length - 1).toBeGreaterThan(8)
})

test('keys move the play head event by event, and it marks the lines of the code', async () => {
  const page = await open(viewSlide.oneLock)
  const view = picture(page)
  await view.head.focus()
  expect(await view.marks()).toEqual([])
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight')
  expect(await view.head.getAttribute('aria-valuenow')).toBe('8')
  expect(slideNumber(page)).toBe(viewSlide.oneLock)
  await page.keyboard.press('End')
  const end = Number(await view.head.getAttribute('aria-valuenow'))
  expect(end).toBe(Number(await view.head.getAttribute('aria-valuemax')))
  // While A sleeps with the lock, B waits for it, and Main for A.
  await page.keyboard.press('Home')
  for (let step = 0; step < 60 && !/B waits for balance_lock.*A sleeps|A sleeps.*B waits/.test(await view.info.textContent() ?? ''); step++) await page.keyboard.press('ArrowRight')
  expect(await view.info.textContent()).toMatch(/B waits for balance_lock, line 8/)
  expect(await view.head.getAttribute('aria-valuetext')).toBe((await view.info.textContent())!.trim())
  expect((await view.marks()).join()).toMatch(/B/)
})

test('up and down choose a lane, which the line below then tells more of', async () => {
  const page = await open(viewSlide.computing)
  const view = picture(page)
  await view.head.focus()
  for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await view.root.locator('.name.chosen').textContent()).toBe('A compute')
  expect(await view.info.textContent()).toMatch(/A .* from [\d.]+ .?s on/)
})

test('plus, minus, 0 and Shift with arrows zoom and move what is seen', async () => {
  const page = await open(viewSlide.computing)
  const view = picture(page)
  const whole = async () => (await paths(page, 'running')).join()
  await view.head.focus()
  const before = await whole()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect.poll(whole).not.toBe(before)
  const zoomed = await whole()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(whole).not.toBe(zoomed)
  await page.keyboard.press('-')
  await page.keyboard.press('0')
  await expect.poll(whole).toBe(before)
  expect(slideNumber(page)).toBe(viewSlide.computing)
})

test('the wheel zooms where it points, a drag then moves, and a swipe does not turn the slide', async () => {
  const page = await open(viewSlide.computing)
  const view = picture(page)
  const box = (await view.tracks.boundingBox())!
  await page.mouse.move(box.x + 300, box.y + 40)
  await page.mouse.wheel(0, -600)
  await view.button('Fit').and(page.locator(':enabled')).waitFor()
  const before = (await paths(page, 'running')).join()
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 40, { steps: 4 })
  await page.mouse.up()
  expect((await paths(page, 'running')).join()).not.toBe(before)
  const at = await view.head.getAttribute('aria-valuenow')
  await page.mouse.click(box.x + 350, box.y + 40)
  expect(await view.head.getAttribute('aria-valuenow')).not.toBe(at)
  await view.button('Fit').click()
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: box.y + 40 }] })
  await touch('touchStart', box.x + 500)
  for (let x = 480; x > 100; x -= 40) await touch('touchMove', box.x + x)
  await touch('touchEnd')
  await page.waitForTimeout(300)
  expect(slideNumber(page)).toBe(viewSlide.computing)
})

test('pointing at a bar or a mark tells what it is', async () => {
  const page = await open(viewSlide.tasks)
  const view = picture(page)
  const box = (await view.tracks.boundingBox())!
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 5 / 6)
  await expect.poll(() => view.info.textContent()).toMatch(/3 blocks the loop · 300 ms/)
  await page.mouse.move(box.x + box.width * 0.5, box.y - 60)
  await expect.poll(() => view.info.textContent()).toContain('blocks the loop')
})

test('the table has the same events, and is reached by its button', async () => {
  const page = await open(viewSlide.deadlock)
  const view = picture(page)
  const last = Number(await view.head.getAttribute('aria-valuemax'))
  await view.button('Table').click()
  const rows = view.root.getByRole('row')
  expect(await rows.count()).toBe(2 + last)
  expect(await rows.filter({ hasText: /A \(Ada\)8waits for right$/ }).count()).toBe(1)
  expect(await rows.filter({ hasText: 'raises Deadlock' }).count()).toBe(1)
  await view.button('Table').click()
  await view.tracks.waitFor()
})

test('Play moves the head to the end and stops there; with reduced motion it steps', async () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const page = await open(viewSlide.one, { reducedMotion })
    const view = picture(page)
    await view.button('Play').click()
    await view.button('Pause').waitFor()
    await expect.poll(async () => await view.head.getAttribute('aria-valuenow') === await view.head.getAttribute('aria-valuemax'), { timeout: 90_000 }).toBe(true)
    await view.button('Play').waitFor()
  }
})

test('fifty threads with long names: eight lanes at a time, the others by scrolling', async () => {
  const page = await open(viewSlide.fifty)
  const view = picture(page)
  expect(await view.caption.textContent()).toContain('51 lanes')
  const area = view.root.locator('.area')
  const overflow = await area.evaluate(element => element.scrollHeight / element.clientHeight)
  expect(overflow).toBeGreaterThan(6)
  expect(await view.root.locator('.name').count()).toBeLessThan(20)
  await area.evaluate(element => element.scrollTo(0, element.scrollHeight))
  await view.root.locator('.name').filter({ hasText: '49 x' }).waitFor()
  expect(await page.locator('.python-cell:has(.cm-editor) svg *').count()).toBeLessThan(1500)
})

test.each(['light', 'dark'] as const)('axe finds nothing: %s', async (colorScheme) => {
  for (const slide of [viewSlide.computing, viewSlide.oneLock, viewSlide.tasks]) {
    const page = await open(slide, { colorScheme })
    await picture(page).head.focus()
    for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowRight')
    expect(await faults(page)).toEqual([])
    await picture(page).button('Table').click()
    expect(await faults(page)).toEqual([])
    await page.close()
  }
})
