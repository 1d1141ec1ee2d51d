/** A cell over the whole window and back: by key and button, with its text, its run and the focus where they were. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { liveCell, slide, slideNumber, useDeck } from '../deck.ts'

const deck = useDeck()

async function cellOn(number: number, options = {}) {
  const page = await deck.open(`${number}`, options)
  const cell = liveCell(page, number)
  await cell.editor.waitFor()
  const dialog = page.getByRole('dialog')
  return { page, cell, dialog, button: cell.root.getByRole('button', { name: 'Enlarge', exact: true }) }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run('dialog[open]', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }))
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

test('Z fills the window; Escape leaves the editor first, then gives the cell back to the slide and the keys to the deck', async () => {
  const { page, cell, dialog } = await cellOn(slide.ask)
  await page.keyboard.press('z')
  await dialog.waitFor()
  expect(await dialog.getAttribute('aria-label')).toBe('cell.py')
  const box = (await dialog.boundingBox())!
  expect([box.x, box.y, Math.round(box.width), Math.round(box.height)]).toEqual([0, 0, 980, 552])
  await page.keyboard.press('ArrowRight')
  await cell.write('kept = 1')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  expect(await cell.editor.evaluate(editor => editor === document.activeElement)).toBe(false)
  expect(await dialog.count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  expect(slideNumber(page)).toBe(slide.ask)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await cell.text()).toBe('kept = 1')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page)).toBe(slide.spin)
})

test('a run goes on in the same editor and the same output, enlarged and back', async () => {
  const { page, cell, dialog, button } = await cellOn(slide.streams)
  await cell.write('import time\nprint("one")\ntime.sleep(60)')
  await cell.editor.evaluate(editor => void (editor.dataset.mine = 'yes'))
  await cell.press('Run')
  await cell.output.getByText('one').waitFor()
  await button.click()
  await dialog.waitFor()
  expect(await cell.output.textContent()).toBe('one\n')
  expect(await cell.root.getByRole('status').first().textContent()).toBe('live · running')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  expect(await cell.editor.getAttribute('data-mine')).toBe('yes')
  await cell.press('Stop')
  await cell.over()
  expect(await cell.output.textContent()).toMatch(/^one\nTraceback [^]*KeyboardInterrupt\n$/)
})

test('by keyboard the focus stays inside, and is on the button again afterwards; Alt+Enter works from the code', async () => {
  const { page, cell, dialog, button } = await cellOn(slide.ask)
  await button.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor()
  expect(await violations(page)).toEqual([])
  const outside = () => page.evaluate(() => document.activeElement !== document.body && !document.querySelector('dialog[open]')!.contains(document.activeElement))
  // The editor keeps Tab, so the way goes backwards.
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Shift+Tab')
    expect(await outside()).toBe(false)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await button.evaluate(element => element === document.activeElement)).toBe(true)
  await cell.editor.click()
  await page.keyboard.press('Alt+Enter')
  await dialog.waitFor()
  expect(await cell.editor.evaluate(editor => editor === document.activeElement)).toBe(true)
  await page.keyboard.press('Alt+Enter')
  await dialog.waitFor({ state: 'detached' })
})

test('on a phone the enlarged cell is as wide as the screen, in readable type', async () => {
  const { page, cell, dialog, button } = await cellOn(slide.ask, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await button.tap()
  await dialog.waitFor()
  expect((await dialog.boundingBox())!.width).toBe(390)
  expect(await cell.root.locator('.cm-line').first().evaluate(line => parseFloat(getComputedStyle(line).fontSize))).toBeGreaterThanOrEqual(14)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await cell.root.getByRole('button', { name: 'Run', exact: true }).tap()
  await cell.root.getByRole('textbox', { name: 'Your name?' }).waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).tap()
  await dialog.waitFor({ state: 'detached' })
})

test('the presenter’s run shows in an enlarged cell of the audience, and a slide turned by the presenter ends it', async () => {
  const presenter = await deck.open(`presenter/${slide.streams}`, { viewport: { width: 1280, height: 800 } })
  const audience = await deck.open(`${slide.streams}`, { context: presenter.context() })
  const [presenters, audiences] = [liveCell(presenter), liveCell(audience)]
  await presenters.editor.waitFor()
  await audiences.editor.waitFor()
  await audience.keyboard.press('z')
  await audience.getByRole('dialog').waitFor()
  await presenters.write('print("from the front")')
  await presenters.press('Run')
  await audience.getByRole('dialog').getByText('from the presenter').waitFor()
  await audiences.output.getByText('from the front').waitFor()
  await presenter.keyboard.press('Escape')
  await presenter.keyboard.press('ArrowRight')
  await audience.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => slideNumber(audience)).toBe(slide.fails)
})
