/** The views that look at memory, in a real browser: recorded and live, by key, as a table, on paper's terms. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { slideNumber } from '../deck.ts'
import { picture, useViews, viewSlide } from '../views.ts'

const open = useViews()

function parts(page: Page) {
  const { root, ...rest } = picture(page)
  return { ...rest, root, marked: () => page.locator('.python-cell:has(.cm-editor) .cm-line.marked').allTextContents(), words: root.locator('.words'), place: root.locator('.place') }
}
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('.python-cell:has(.cm-editor) .cell-view', { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
  })
}

test('the collector: four steps on the recorded graph, forward and back, without turning the slide', async () => {
  const page = await open(viewSlide.cycle)
  const view = parts(page)
  await view.head.focus()
  expect(await view.caption.textContent()).toMatch(/^1 collection found 2 objects that nobody could reach\. Python 3\.14\.2, incremental collector\./)
  expect(await view.root.locator('.node').count()).toBe(3)
  expect(await view.root.locator('.count').allTextContents()).toEqual(['1', '1', '1'])
  expect(await view.marked()).toEqual([])
  await page.keyboard.press('ArrowRight')
  expect(await view.root.locator('.count').allTextContents()).toEqual(['0', '0', '1'])
  expect(await view.words.textContent()).toContain('held from outside: c.')
  expect(await view.marked()).toEqual(['print(gc.collect())'])
  expect((await view.marks()).join()).toContain('gc')
  await page.keyboard.press('End')
  expect(await view.words.textContent()).toMatch(/asked for at line 7, generation 2: 2 collected/)
  expect(await view.root.locator('.node.dead').count()).toBe(2)
  await page.keyboard.press('Home')
  expect(await view.root.locator('.count').allTextContents()).toEqual(['1', '1', '1'])
  expect(await view.head.getAttribute('aria-valuetext')).toContain('Copy the counts')
  expect(slideNumber(page)).toBe(viewSlide.cycle)
})

test('the pools: arenas, the pool touched last, what goes back', async () => {
  const page = await open(viewSlide.blocks)
  const view = parts(page)
  await view.head.focus()
  expect(await view.place.textContent()).toBe('2/2')
  expect(await view.root.locator('.arena').count()).toBe(4)
  expect(await view.root.locator('.arena.gone').count()).toBe(3)
  await page.keyboard.press('ArrowLeft')
  expect(await view.root.locator('.arena.gone').count()).toBe(0)
  expect(await view.words.textContent()).toContain('50,000 blocks in use, in 197 pools of 4 arenas')
  expect(await view.marked()).toEqual(['blocks = alloc(64, 50_000)'])
  expect(await view.root.locator('.badge').textContent()).toContain('model')
})

test('pools of own objects, blocks of mimalloc, figures recorded beside the model: steps, table, no faults', async () => {
  const page = await open(viewSlide.ownObjects)
  const view = parts(page)
  expect(await view.caption.textContent()).toContain('Sizes as a 64-bit CPython 3.14 asks')
  expect(await view.words.textContent()).toMatch(/^Line 7: 1 block asked for, 1,501 given back\./)
  expect(await faults(page)).toEqual([])
  const blocks = parts(await open(viewSlide.usedAgain))
  await blocks.head.focus()
  expect(await blocks.root.locator('.page').count()).toBe(3)
  expect(await blocks.words.textContent()).toContain('used again')
  await blocks.root.page().keyboard.press('ArrowLeft')
  expect(await blocks.words.textContent()).toMatch(/^Line 7: 1 asked for, 51 given back\./)
  expect(await faults(blocks.root.page())).toEqual([])
  const beside = parts(await open(viewSlide.keptScattered))
  await beside.root.locator('tbody td:last-child').nth(2).waitFor()
  expect(await beside.root.locator('tbody td:last-child').allTextContents()).toEqual(['0', '0', '0'])
  expect(await faults(beside.root.page())).toEqual([])
})

test('allocations: bars less what was there before a line that the author names', async () => {
  const page = await open(viewSlide.bytes)
  const view = parts(page)
  await view.head.focus()
  const bars = () => view.root.locator('.bytes').allTextContents()
  expect(await bars()).toEqual(['−1.0 MB in 2', '1.0 MB in 1'])
  expect(await view.caption.textContent()).toMatch(/^At most 2\.0 MB at a time, at line 2; bars: more or less than before line 2\. Sizes of this 32-bit build/)
})

test.each(['cycle', 'blocks', 'bytes'] as const)('%s: its table tells the same, nothing bars anyone, and a run here is drawn', async (name) => {
  const page = await open(viewSlide[name])
  const view = parts(page)
  const recorded = await view.words.textContent()
  expect(await faults(page)).toEqual([])
  await view.button('Table').click()
  const text = await view.root.getByRole('table').allTextContents()
  expect(text.join(' ')).toMatch({ cycle: /c\s*Node\s*1\s*0\s*1\s*held from outside/, blocks: /3\s*alloc\(64\) × 50,000\s*4\s*197\s*50,000/, bytes: /end\s*1,0\d\d,\d\d\d/ }[name])
  expect(await faults(page)).toEqual([])
  await view.button('Table').click()
  await page.getByRole('button', { name: 'Run', exact: true }).locator('visible=true').click()
  await page.locator('.python-cell:has(.cm-editor)[data-phase="over"]').waitFor({ timeout: 90_000 })
  const still = (words: string | null) => words?.replace(/[\d.]+ [mµ]s/, '')
  await expect.poll(async () => still(await view.words.textContent())).toBe(still(recorded))
  await page.locator('.python-cell:has(.cm-editor) .cm-line').last().click()
  await page.keyboard.type(' # more')
  await expect.poll(() => view.caption.textContent()).toContain('Of the code before the last edit.')
})

test('on a phone the pictures stand below each other and nothing is wider than the screen', async () => {
  for (const name of ['cycle', 'blocks', 'bytes'] as const) {
    const page = await open(viewSlide[name], { viewport: { width: 390, height: 844 }, hasTouch: true })
    const { root } = picture(page)
    const tops = await root.locator('svg').evaluateAll(all => all.map(svg => Math.round(svg.getBoundingClientRect().top)))
    expect(new Set(tops).size).toBe(tops.length)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    // A picture that keeps legible letters is moved inside its own frame.
    expect(await root.evaluate(element => element.getBoundingClientRect().right)).toBeLessThanOrEqual(390)
  }
})
