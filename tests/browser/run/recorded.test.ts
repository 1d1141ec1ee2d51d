/** What a cell shows without Python, and where it stays so. */
import { expect, test } from 'vitest'
import { liveCell, show, slide, useDeck } from '../deck.ts'

const deck = useDeck()

test('code and recorded output are there before Python is', async () => {
  const page = await deck.open(`${slide.streams}`, { prepare: page => page.route('**/pyodide/**', () => {}) })
  const cell = liveCell(page)
  await cell.editor.waitFor()
  expect(await cell.text()).toContain('print("to standard output")')
  expect(await cell.output.textContent()).toBe('to standard output\nto standard error\nstep 0\nstep 1\nstep 2\n')
  expect(await cell.root.getByRole('status').textContent()).toMatch(/^recorded · Python 3\.14/)
})

test('the editor takes the place of the listing without moving a letter', async () => {
  let release = () => {}
  const held = new Promise<void>(resolve => void (release = resolve))
  const page = await deck.open(`${slide.fails}`, {
    prepare: page => page.route('**/CodeEditor*.js', async (route) => {
      await held
      await route.continue()
    }),
  })
  const places = (selector: string) => page.locator(selector).evaluateAll(lines => lines.map((line) => {
    const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const first = text.nextNode()
    if (!first) return null
    range.setStart(first, 0)
    range.setEnd(first, first.textContent!.length)
    const { left, top, width } = range.getBoundingClientRect()
    return [left, top, width].map(Math.round)
  }))
  const listing = `[data-slidev-no="${slide.fails}"] .cell-listing .line`
  await page.locator(listing).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  const before = await places(listing)
  release()
  await liveCell(page).editor.waitFor()
  const after = await places(`[data-slidev-no="${slide.fails}"] .cm-line`)
  expect(after.map(place => place?.slice(0, 2))).toEqual(before.map(place => place?.slice(0, 2)))
})

test('the recorded failure is marked in the listing and in the editor', async () => {
  const page = await deck.open(`${slide.fails}`)
  await liveCell(page).editor.waitFor()
  const here = page.locator(`[data-slidev-no="${slide.fails}"]`)
  expect(await here.locator('.line.failed').textContent()).toBe('    return total / people')
  expect(await here.locator('.cm-line.failed').textContent()).toBe('    return total / people')
})

test('a cell without a recording says that it was not run', async () => {
  const page = await deck.open(`${slide.unrecorded}`)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  expect(await cell.output.textContent()).toContain('Not run yet.')
})

test('only the slide that is showing has an editor', async () => {
  const page = await deck.open(`${slide.streams}`)
  await liveCell(page).editor.waitFor()
  // The others are mounted one by one once the deck is idle.
  await expect.poll(() => page.locator('.python-cell:not(.bench)').count()).toBe(8)
  expect(await page.locator('.cm-editor').count()).toBe(1)
  await show(page, slide.ask)
  await page.locator(`[data-slidev-no="${slide.ask}"] .cm-editor`).waitFor()
  expect(await page.locator('.cm-editor').count()).toBe(1)
  await show(page, slide.noCell)
  await expect.poll(() => page.locator('.cm-editor').count()).toBe(0)
})

test('Python loads by itself once the deck is idle, also while a slide without a cell is showing', async () => {
  const page = await deck.open(`${slide.cover}`)
  await expect.poll(() => page.workers().length, { timeout: 90_000 }).toBeGreaterThan(0)
})

const inert = [
  { name: 'the overview', path: 'overview' },
  { name: 'a page to print', path: '1', search: '?print=true' },
]
for (const { name, path, search } of inert) {
  test(`${name} shows recordings, and has no editor, no button and no worker`, async () => {
    const page = await deck.open(path, search ? { prepare: async page => void await page.goto(`${deck.url()}${search}#/print?print=true`) } : {})
    if (search) await page.goto(`${deck.url()}${search}#/print?print=true`)
    await page.locator('.python-cell').nth(6).waitFor({ state: 'attached' })
    await page.waitForTimeout(3500)
    expect(await page.getByText('step 2').first().isVisible()).toBe(true)
    expect(await page.locator('.cm-editor, .python-cell:not(.bench) button').count()).toBe(0)
    expect(await page.evaluate(() => [...document.querySelectorAll('.bench button')].filter(button => !button.closest('[inert]')).length)).toBe(0)
    expect(page.workers()).toHaveLength(0)
  })
}

test('the quick overview over a slide leaves one editor, that of the slide', async () => {
  const page = await deck.open(`${slide.streams}`)
  await liveCell(page).editor.waitFor()
  await page.keyboard.press('o')
  await page.locator('.python-cell').nth(8).waitFor({ state: 'attached' })
  expect(await page.locator('.cm-editor').count()).toBe(1)
})

test('in the presenter view the next slide is inert', async () => {
  const page = await deck.open(`presenter/${slide.streams}`, { viewport: { width: 1280, height: 800 } })
  await liveCell(page).editor.waitFor()
  expect(await page.locator('.python-cell:visible').count()).toBe(2)
  expect(await page.locator('.cm-editor').count()).toBe(1)
  // Run, Steps, Reset, Copy and Enlarge, of the one cell that can be used.
  expect(await page.locator('.python-cell button:visible').count()).toBe(5)
})

test('P covers recorded outputs until a cell is run, also after a reload, and uncovers them', async () => {
  const page = await deck.open(`${slide.streams}`)
  const cell = liveCell(page)
  const printed = cell.output.getByText('to standard output')
  await printed.waitFor()
  await page.keyboard.press('p')
  await cell.output.getByText('What will it print?').waitFor()
  expect(await printed.count()).toBe(0)
  await page.reload()
  await cell.output.getByText('What will it print?').waitFor()
  await cell.press('Run')
  await printed.waitFor()
  await cell.press('Reset')
  await page.keyboard.press('p')
  await printed.waitFor()
})
