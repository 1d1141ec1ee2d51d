/** A flood of output, and what keeps Python from running. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { liveCell, slide, slideNumber, useDeck } from '../deck.ts'

const deck = useDeck()

test('a million lines are cut with a note, and can be downloaded whole', async () => {
  const page = await deck.open(`${slide.flood}`)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  await cell.press('Run')
  await cell.output.getByText('line 999', { exact: false }).first().waitFor()
  await cell.over(60)
  const output = (await cell.output.textContent())!
  expect(output).toContain('of 1,000,000 lines')
  expect(output.split('\n').length).toBeLessThan(1_100)
  const note = cell.output.getByText('Only the beginning is shown')
  expect(await note.evaluate(element => element.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
  const [download] = await Promise.all([page.waitForEvent('download'), cell.output.getByRole('button', { name: 'Download all of it' }).click()])
  const whole = await readFile(await download.path(), 'utf8')
  expect(whole.split('\n')).toHaveLength(1_000_001)
  expect(whole.endsWith('line 999999\n')).toBe(true)
})

test('one line without an end is cut, too', async () => {
  const page = await deck.open(`${slide.flood}`)
  const cell = liveCell(page)
  await cell.write('while True:\n    print("x" * 1000, end="")')
  await cell.press('Run')
  await cell.output.getByText('Only the beginning is shown').waitFor()
  await page.waitForTimeout(1000)
  await cell.press('Stop')
  await cell.over()
})

test('slides change while a cell is busy', async () => {
  const page = await deck.open(`${slide.flood}`)
  const cell = liveCell(page)
  await cell.write('while True:\n    print("more")')
  await cell.press('Run')
  await cell.output.getByText('more').first().waitFor()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page)).toBe(slide.unrecorded)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => slideNumber(page)).toBe(slide.flood)
  await cell.press('Stop')
  await cell.over()
})

test('without the network a sentence says so, the recorded output and the text stay, and Run tries again', async () => {
  let lost = true
  const page = await deck.open(`${slide.streams}`, {
    prepare: page => page.context().route('**/pyodide/**', route => lost ? route.abort('internetdisconnected') : route.continue()),
  })
  const cell = liveCell(page)
  await cell.write('print("typed before the network came back")')
  await cell.press('Run')
  await cell.output.getByText('Python could not be fetched').waitFor()
  expect(await cell.output.textContent()).toContain('to standard error')
  expect(await cell.root.getByText('recorded · Python').count()).toBe(1)
  expect(await cell.text()).toBe('print("typed before the network came back")')
  lost = false
  await cell.press('Run')
  await cell.output.getByText('typed before the network came back').waitFor()
  expect(await cell.output.textContent()).toBe('typed before the network came back\n')
})

const lacks = [
  { what: 'JSPI', sentence: 'JSPI', remove: () => Reflect.deleteProperty(WebAssembly, 'Suspending') },
  { what: 'WebAssembly', sentence: 'WebAssembly', remove: () => Reflect.deleteProperty(globalThis, 'WebAssembly') },
]
for (const { what, sentence, remove } of lacks) {
  test(`a browser without ${what} says so and shows what is recorded`, async () => {
    const page = await deck.open(`${slide.streams}`, {
      // What a page lacks, its workers lack too.
      prepare: async (page) => {
        await page.addInitScript(remove)
        await page.context().route('**/assets/worker*.js', async (route) => {
          const response = await route.fetch()
          await route.fulfill({ response, body: `(${remove})();\n${await response.text()}` })
        })
      },
    })
    const cell = liveCell(page)
    await cell.editor.waitFor()
    await cell.press('Run')
    await cell.output.getByText(sentence).first().waitFor()
    expect(await cell.output.textContent()).toContain('step 2')
  })
}
