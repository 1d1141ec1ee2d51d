/** Running a cell: output, errors, questions, stop, edits. */
import { expect, test } from 'vitest'
import { liveCell, slide, useDeck } from '../deck.ts'

const deck = useDeck()

async function cellOn(number: number) {
  const page = await deck.open(`${number}`)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  return { page, cell }
}

test('Run shows what is printed, the two streams apart, and how long it took', async () => {
  const { cell } = await cellOn(slide.streams)
  await cell.write('import sys\nprint("six", 6)\nprint("seven", file=sys.stderr)\n')
  await cell.press('Run')
  await cell.over()
  expect(await cell.output.textContent()).toBe('six 6\nseven\n')
  expect(await cell.output.locator('.stderr').textContent()).toBe('seven\n')
  expect(await cell.root.getByRole('status').textContent()).toMatch(/^live · ran in \d/)
})

test('output comes while the program runs', async () => {
  const { cell } = await cellOn(slide.streams)
  await cell.write('import time\nprint("early")\ntime.sleep(60)\nprint("late")')
  await cell.press('Run')
  await cell.output.getByText('early').waitFor()
  expect(await cell.root.getByRole('status').textContent()).toBe('live · running')
  expect(await cell.root.getByRole('progressbar', { name: 'Running' }).count()).toBe(1)
  await cell.press('Stop')
  await cell.over()
  expect(await cell.output.textContent()).toMatch(/^early\nTraceback [^]*\nKeyboardInterrupt\n$/)
})

test('a traceback has the lines of the program only, and the line at fault is marked until the next edit', async () => {
  const { page, cell } = await cellOn(slide.streams)
  await cell.write('def half(n):\n    return n / 0\n\nprint("before")\nhalf(3)')
  expect(await page.locator('.cm-line.failed').count()).toBe(0)
  await cell.press('Run')
  await cell.over()
  const output = await cell.output.textContent()
  expect(output).toMatch(/^before\nTraceback \(most recent call last\):\n {2}File "streams.py", line 5, in <module>\n/)
  expect(output).toMatch(/File "streams.py", line 2, in half\n[^]*ZeroDivisionError: division by zero\n$/)
  expect(output).not.toContain('/lib/')
  expect(await page.locator('.cm-line.failed').textContent()).toBe('    return n / 0')
  expect(await page.locator('.failed-gutter').textContent()).toBe('2')
  await cell.editor.click()
  await page.keyboard.type('#')
  expect(await page.locator('.cm-line.failed').count()).toBe(0)
  expect(await cell.output.textContent()).toContain('Output of the code before the last edit.')
})

test('what is recorded is what Python prints', async () => {
  for (const number of [slide.streams, slide.fails, slide.html]) {
    const { cell } = await cellOn(number)
    const recorded = await cell.output.textContent()
    await cell.press('Run')
    await cell.over()
    expect(await cell.output.textContent()).toBe(recorded)
  }
})

test('input() asks in the cell, for each question anew, and the answers are part of the output', async () => {
  const { page, cell } = await cellOn(slide.ask)
  await cell.press('Run')
  await cell.root.getByRole('textbox', { name: 'Your name?' }).waitFor()
  await page.keyboard.type('Grace')
  await page.keyboard.press('Enter')
  const age = cell.root.getByRole('textbox', { name: 'Your age?' })
  await age.waitFor()
  expect(await age.inputValue()).toBe('')
  await page.keyboard.type('85')
  await page.keyboard.press('Enter')
  await cell.over()
  expect(await cell.output.textContent()).toBe('Your name? Grace\nYour age? 85\nGrace will be 86\n')
})

test('Ctrl+D in an empty answer is the end of file', async () => {
  const { page, cell } = await cellOn(slide.ask)
  await cell.press('Run')
  await cell.root.getByRole('textbox', { name: 'Your name?' }).waitFor()
  await page.keyboard.press('Control+d')
  await cell.over()
  expect(await cell.output.textContent()).toMatch(/EOFError: .*\n$/)
})

// Stop's patience is in real time: a machine too busy to run Python within it ends the worker, and the test asks again.
const busy = { retry: 4 }

test('Stop ends a loop for ever, keeps its output, and the next Run works', busy, async () => {
  const { cell } = await cellOn(slide.spin)
  await cell.press('Run')
  await cell.output.getByText('begun').waitFor()
  await cell.press('Stop')
  await cell.over()
  expect(await cell.output.textContent()).toMatch(/^begun\nTraceback [^]*\nKeyboardInterrupt\n$/)
  expect(await cell.root.getByRole('status').textContent()).toMatch(/^live · stopped after \d/)
  expect(await cell.text()).toContain('while True:')
  await cell.write('print("again")')
  await cell.press('Run')
  await cell.over()
  expect(await cell.output.textContent()).toBe('again\n')
})

test.each(['while True: pass', 'input("? ")'])('a program that computes or waits meets Stop as a KeyboardInterrupt: %s', busy, async (line) => {
  const { page, cell } = await cellOn(slide.spin)
  const complaints: string[] = []
  // The small deck is built without the service worker that it asks for when Python has come.
  page.on('console', message => message.type() === 'error' && !message.text().includes('when fetching the script') && complaints.push(message.text()))
  await cell.write(`print("go")\ntry:\n    ${line}\nexcept KeyboardInterrupt: print("caught")\nfinally: print("finally")`)
  await cell.press('Run')
  await cell.output.getByText('go').waitFor()
  await page.waitForTimeout(500)
  await cell.press('Stop')
  await cell.over()
  expect(await cell.output.textContent()).toMatch(/^go\n(\? )?caught\nfinally\n$/)
  expect(await cell.root.getByRole('status').textContent()).toMatch(/^live · stopped after/)
  expect(complaints).toEqual([])
})

test('a long line goes under the line numbers, not through them', async () => {
  const { cell } = await cellOn(slide.spin)
  await cell.write(`text = "${'a long line '.repeat(40)}"`)
  const [scrolled, background] = await cell.editor.evaluate(content => [content.closest('.cm-scroller')!.scrollLeft, getComputedStyle(content.parentElement!.querySelector('.cm-gutters')!).backgroundColor])
  expect(scrolled).toBeGreaterThan(0)
  expect(background).toMatch(/^rgb\(/)
})

test('a run waits for the one of another cell, and says so', async () => {
  const { page, cell } = await cellOn(slide.spin)
  await cell.press('Run')
  await cell.output.getByText('begun').waitFor()
  await page.evaluate(hash => void (location.hash = hash), `#/${slide.html}`)
  await page.locator(`[data-slidev-no="${slide.html}"] .cm-editor`).waitFor()
  await cell.press('Run')
  await cell.output.getByText('Waits for the other cell to finish.').waitFor()
  await cell.press('Stop')
  await cell.over()
  expect(await cell.root.getByRole('status').textContent()).toMatch(/^live · stopped/)
})

test('what Python prints is text, never HTML', async () => {
  const { page, cell } = await cellOn(slide.html)
  const text = '<img src=x onerror="document.title=1"> & <b>bold</b> {{ 1 + 1 }}\n'
  expect(await cell.output.textContent()).toBe(text)
  await cell.press('Run')
  await cell.over()
  expect(await cell.output.textContent()).toBe(text)
  expect(await page.locator('[role="log"] img, [role="log"] b').count()).toBe(0)
})

test('edits are kept over a reload, Reset brings the original back, and undo brings the edits back', async () => {
  const { page, cell } = await cellOn(slide.streams)
  const original = await cell.text()
  const reset = cell.root.getByRole('button', { name: 'Reset' })
  expect(await reset.isDisabled()).toBe(true)
  await cell.write('print("mine")')
  expect(await cell.output.textContent()).toContain('Recorded output of the original code.')
  await page.reload()
  await expect.poll(() => cell.text()).toBe('print("mine")')
  await cell.press('Run')
  await cell.over()
  await cell.press('Reset')
  expect(await cell.text()).toBe(original)
  expect(await cell.output.textContent()).toContain('to standard error')
  expect(await cell.root.getByRole('status').textContent()).toMatch(/^recorded/)
  await cell.editor.click()
  await page.keyboard.press('ControlOrMeta+z')
  expect(await cell.text()).toBe('print("mine")')
})

test('a browser that refuses to store keeps the cell usable', async () => {
  const page = await deck.open(`${slide.streams}`, {
    prepare: page => page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    }),
  })
  const cell = liveCell(page)
  await cell.write('print("kept while the page is open")')
  await cell.press('Run')
  await cell.over()
  expect(await cell.output.textContent()).toBe('kept while the page is open\n')
})

test('Copy copies the text as it stands in the editor', async () => {
  const { page, cell } = await cellOn(slide.streams)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await cell.write('print("copied")')
  await cell.press('Copy')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('print("copied")')
})

test('a program that prints nothing is said to print nothing', async () => {
  const { cell } = await cellOn(slide.streams)
  await cell.write('x = 1')
  await cell.press('Run')
  await cell.over()
  expect(await cell.output.textContent()).toContain('It printed nothing.')
})
