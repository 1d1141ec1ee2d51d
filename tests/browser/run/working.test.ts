/** Help for those who write: steps through any program, what can be typed next, what an error means. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { liveCell, slide, slideNumber, useDeck } from '../deck.ts'

const deck = useDeck()

async function cellOn(number: number, options = {}) {
  const page = await deck.open(`${number}`, options)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  return { page, cell }
}

test('any cell can be stepped through: lines, variables, and back to the cell as it was', async () => {
  const { page, cell } = await cellOn(slide.streams)
  await cell.write('words = ["a"]\nwords.append("b")\nprint(words)')
  const steps = cell.root.getByRole('button', { name: 'Steps' })
  await steps.click()
  await cell.root.locator('.scene-bar .place').filter({ hasText: '1/4' }).waitFor()
  // There is no room for the picture in so small a cell.
  await page.getByRole('dialog').waitFor()
  await cell.root.getByRole('button', { name: 'Step forward' }).click()
  expect(await cell.root.locator('.name text').allTextContents()).toEqual(['words'])
  expect(await cell.output.textContent()).toBe('[\'a\', \'b\']\n')
  expect(await steps.getAttribute('aria-pressed')).toBe('true')
  await steps.click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await cell.root.locator('.scene-bar').count()).toBe(0)
  expect(await cell.text()).toContain('words.append')
})

/** The editor, once its completion is there: it comes when somebody is first in it. */
async function typing(number: number) {
  const { page, cell } = await cellOn(number)
  await cell.write('')
  await expect.poll(() => cell.editor.getAttribute('aria-autocomplete')).toBe('list')
  const list = page.getByRole('listbox')
  return { page, cell, list, options: () => list.getByRole('option').allTextContents() }
}

async function wait(page: Page) {
  // Longer than a list takes to come: here none must.
  await page.waitForTimeout(700)
}

test('names come after a dot and after two letters, and are taken by Tab; Escape closes the list first', async () => {
  const { page, cell, list, options } = await typing(slide.ask)
  await page.keyboard.type('import threading\nlock = threading.Lo', { delay: 20 })
  await list.waitFor()
  expect(await options()).toEqual(['Lock', 'local'])
  await page.keyboard.press('Tab')
  await page.keyboard.type('()\nlock.', { delay: 20 })
  await list.waitFor()
  expect(await options()).toEqual(['acquire', 'locked', 'release'])
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  expect(await cell.editor.evaluate(editor => editor === document.activeElement)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await cell.editor.evaluate(editor => editor === document.activeElement)).toBe(false)
  expect(await cell.text()).toBe('import threading\nlock = threading.Lock()\nlock.')
  expect(slideNumber(page)).toBe(slide.ask)
})

test('no list comes in a text, a comment, after one letter or over a whole word; Ctrl+Space asks for one', async () => {
  const { page, list, options } = await typing(slide.ask)
  for (const text of ['"threading.Lo', '# threading.Lo', 'p', 'break']) {
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await page.keyboard.type(text, { delay: 20 })
    await wait(page)
    expect(await list.count()).toBe(0)
  }
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('n', { delay: 20 })
  await page.keyboard.press('Control+Space')
  await list.waitFor()
  expect(await options()).toEqual(expect.arrayContaining(['next', 'not', 'nonlocal']))
})

test('what the last run left is offered, and nothing of the program is run for it', async () => {
  const { page, cell, list, options } = await typing(slide.streams)
  await page.keyboard.insertText('def make():\n    class Box:\n        def __init__(self): self.lid = 1\n        @property\n        def loud(self): print("loud")\n    return Box()\nbox = make()')
  await page.keyboard.press('ControlOrMeta+Enter')
  await cell.over()
  await page.keyboard.type('\nbox.', { delay: 20 })
  await list.waitFor()
  expect(await options()).toEqual(['lid', 'loud'])
  expect(await cell.output.textContent()).not.toContain('loud')
})

test('an error is explained below its traceback, apart from it, and not when it is another', async () => {
  const { cell } = await cellOn(slide.streams)
  const sentence = cell.root.locator('.error-sentence')
  await cell.write('counter = 1\nprint(countr)')
  await cell.press('Run')
  await cell.over()
  await sentence.getByText('Line 2: Python finds no countr here. There is a counter: is one of the two misspelt?').waitFor()
  expect(await sentence.getAttribute('aria-live')).toBe('polite')
  expect(await cell.output.textContent()).toMatch(/Did you mean: 'counter'\?\n$/)
  expect(await cell.root.locator('.cm-line.failed').textContent()).toBe('print(countr)')
  await cell.write('raise NameError("name \'mine\' is not defined")')
  await cell.press('Run')
  await cell.output.getByText('mine').waitFor()
  await cell.over()
  await expect.poll(() => sentence.textContent()).toBe('')
  await cell.write('import numpy')
  await cell.press('Run')
  await sentence.getByText('Packages from PyPI are not here, nor is numpy.').waitFor()
  await cell.press('Reset')
  await expect.poll(() => sentence.textContent()).toBe('')
})

test('a coroutine that nobody waits for is explained, and its line marked', async () => {
  const { cell } = await cellOn(slide.streams)
  await cell.write('import asyncio\nasync def work(): pass\nasync def main():\n    work()\nasyncio.run(main())')
  await cell.press('Run')
  await cell.root.locator('.error-sentence').getByText('Line 4: Calling work made a coroutine and ran nothing of it.').waitFor()
  await expect.poll(() => cell.root.locator('.cm-line.failed').textContent()).toBe('    work()')
})
