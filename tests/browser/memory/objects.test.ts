/** The views of objects and of first bytes, in a real browser: steps by key, slider and button, marks, holders, table. */
import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { slideNumber } from '../deck.ts'
import { picture, useViews, viewSlide } from '../views.ts'

const open = useViews()

interface Scene {
  root: Locator
  slider: Locator
  words: Locator
  /** The boxes as `title count`, those that are dead as `title freed`, sorted. */
  boxes: () => Promise<string[]>
}

function sceneOf(page: Page): Scene {
  const root = picture(page).root
  return {
    root,
    slider: root.getByRole('slider', { name: 'Step' }),
    words: root.locator('.words'),
    boxes: () => root.locator('.object').evaluateAll(boxes => boxes.map(box =>
      `${box.querySelector('.title')!.textContent} ${box.querySelector('.count text, .freed')!.textContent}`).sort()),
  }
}

test('it begins at the step that the author chose, before Python is there', async () => {
  const page = await open(viewSlide.objects)
  const scene = sceneOf(page)
  await scene.root.waitFor()
  expect(await scene.root.locator('.caption').textContent()).toContain('One list, held by three.')
  expect(await scene.boxes()).toEqual(['Box 1', 'list 2'])
  expect(await scene.root.locator('.name').allTextContents()).toEqual(['a', 'b', 'box'])
  expect((await scene.words.textContent())!.trim()).toBe('Line 4 has run, line 5 is next.')
  await expect.poll(() => page.locator('.python-cell:has(.cm-editor) .cm-line.marked').allTextContents()).toEqual(['box = Box()', 'box.inside = a'])
})

test('keys step forward and back, and what a step changed is marked and said; the slide stays', async () => {
  const page = await open(viewSlide.objects)
  const scene = sceneOf(page)
  await scene.slider.focus()
  await page.keyboard.press('ArrowRight')
  expect(await scene.boxes()).toEqual(['Box 1', 'list 3'])
  expect(await scene.root.locator('.object.counted .title').allTextContents()).toEqual(['list'])
  expect(await scene.words.textContent()).toContain('a +1')
  await page.keyboard.press('ArrowRight')
  expect(await scene.boxes()).toEqual(['Box 1', 'list 1'])
  expect(await scene.root.locator('.name').allTextContents()).toEqual(['box'])
  await page.keyboard.press('ArrowRight')
  expect(await scene.boxes()).toEqual(['Box 1', 'list freed'])
  expect(await scene.words.textContent()).toContain('list freed')
  await page.keyboard.press('ArrowRight')
  expect(await scene.boxes()).toEqual(['Box 2'])
  await page.keyboard.press('End')
  expect(await scene.boxes()).toEqual(['Box 1'])
  expect(await scene.words.textContent()).toContain('No name leads to the box with the dotted frame.')
  await page.keyboard.press('ArrowLeft')
  expect(await scene.boxes()).toEqual(['Box 2'])
  await page.keyboard.press('Home')
  expect(await scene.boxes()).toEqual([])
  expect(slideNumber(page)).toBe(viewSlide.objects)
})

test('an object keeps its place from step to step', async () => {
  const page = await open(viewSlide.objects)
  const scene = sceneOf(page)
  await scene.slider.focus()
  const place = async () => scene.root.locator('.object', { hasText: 'Box' }).first().evaluate(box => box.getAttribute('transform'))
  const first = await place()
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('ArrowRight')
    expect(await place()).toBe(first)
  }
})

test('pointing at a box, or reaching it by Tab, tells its holders', async () => {
  const page = await open(viewSlide.objects)
  const scene = sceneOf(page)
  await scene.root.getByRole('button', { name: 'Step forward' }).click()
  await scene.root.locator('.object').first().hover()
  await expect.poll(() => scene.words.textContent()).toMatch(/list: 3 references: name a, name b, \.inside of Box · 32 bytes/)
  await scene.root.locator('.object').nth(1).focus()
  await expect.poll(() => scene.words.textContent()).toMatch(/Box: 1 reference: name box/)
})

test('a table says the same', async () => {
  const page = await open(viewSlide.objects)
  const scene = sceneOf(page)
  await scene.root.getByRole('button', { name: 'Table' }).click()
  expect(await scene.root.locator('tbody tr').first().locator('td').allTextContents()).toEqual(['list', '2', '32', 'name a, name b'])
})

test('a run of one’s own is shown from its objects, an edit makes it stale', async () => {
  const page = await open(viewSlide.objects)
  const cell = page.locator('.python-cell:has(.cm-editor)')
  const editor = cell.getByLabel('Code', { exact: true })
  await editor.click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText('x = [1.5]\ny = [x, x]\n')
  expect(await sceneOf(page).root.locator('.note').textContent()).toContain('Recorded from the original code.')
  await cell.getByRole('button', { name: 'Run', exact: true }).click()
  await expect.poll(() => sceneOf(page).boxes(), { timeout: 90_000 }).toEqual(['list 1', 'list 3'])
  await editor.click()
  await page.keyboard.type('#')
  expect(await sceneOf(page).root.locator('.note').textContent()).toContain('Of the code before the last edit.')
})

test('a run of more steps than are kept says so, and still steps', async () => {
  const page = await open(viewSlide.chain)
  const cell = page.locator('.python-cell:has(.cm-editor)')
  await cell.getByRole('button', { name: 'Run', exact: true }).click()
  const scene = sceneOf(page)
  await expect.poll(() => scene.root.locator('.note').textContent(), { timeout: 90_000 }).toMatch(/Only the first 1000 steps were kept/)
  await scene.slider.focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight')
  expect(await scene.root.locator('.place').textContent()).toBe('7/1000')
  expect((await scene.boxes()).length).toBeGreaterThan(1)
})

test('the first bytes are told in hex and in words, and follow the name to another object', async () => {
  const page = await open(viewSlide.header)
  const scene = sceneOf(page)
  await scene.slider.focus()
  await page.keyboard.press('Home')
  expect(await scene.root.textContent()).toContain('No name a here.')
  const row = (index: number) => scene.root.locator('tbody tr').nth(index).locator('td').allTextContents().then(cells => cells.map(cell => cell.replaceAll(/\s/g, ' ').trim()))
  await page.keyboard.press('ArrowRight')
  expect(await row(0)).toEqual(['0', '01000000', 'count', '1'])
  expect(await row(2)).toEqual(['8', '01000000', 'length', '1'])
  await page.keyboard.press('ArrowRight')
  expect(await row(0)).toEqual(['0', '02000000', 'count', '2'])
  expect(await scene.root.locator('tr.changed').count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  expect((await row(1))[3]).toBe('address of the type float')
  expect(await row(2)).toEqual(['8', '0000000000000440', 'value', '2.5'])
  expect(await scene.words.textContent()).toContain('64-bit')
})

test('nothing in it is out of reach for assistive technology; on a phone nothing is wider than the page', async () => {
  for (const slide of [viewSlide.objects, viewSlide.header]) {
    const page = await open(slide)
    await sceneOf(page).slider.waitFor()
    await page.evaluate(axe.source)
    const faults = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('.python-cell:has(.cm-editor) .cell-view', { resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
    })
    expect(faults).toEqual([])
  }
  const phone = await open(viewSlide.objects, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await sceneOf(phone).slider.waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('on paper it is a picture of the chosen step, without buttons', async () => {
  const page = await open('1')
  await page.goto(page.url().replace(/#.*/, '?print=true#/print'))
  const figure = page.locator('.python-cell[aria-label="inline/objects"] figure').first()
  await figure.waitFor()
  expect(await figure.locator('svg').count()).toBe(1)
  expect(await figure.locator('.place').textContent()).toBe('5/10')
  expect(await figure.getByRole('button').count()).toBe(0)
  expect(await figure.getByRole('slider').count()).toBe(0)
})
