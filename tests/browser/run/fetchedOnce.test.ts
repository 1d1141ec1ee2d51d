/** What an interpreter is made of crosses the network once, whatever the first worker is doing when another is opened. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { liveCell, slide, useDeck } from '../deck.ts'

const deck = useDeck()

/** The deck with its network watched: names of Python's files, one for each time that one was sent. (A script may be asked for by each worker: the browser has it.) */
async function watched(number: number) {
  const sent: string[] = []
  const page = await deck.open(`${number}`, { prepare: async (page: Page) => {
    page.on('response', response => /\/pyodide\/[^/]+(?<!\.mjs)$/.test(response.url()) && sent.push(new URL(response.url()).pathname))
  } })
  return { page, cell: liveCell(page), sent }
}
const workers = (page: Page, count: number) => expect.poll(() => page.workers().length, { timeout: 90_000 }).toBe(count)
const twice = (sent: string[]) => sent.filter((name, index) => sent.indexOf(name) !== index)

test('the spare is opened while a program computes', async () => {
  const { page, cell, sent } = await watched(slide.spin)
  // Before Python is there: the program runs as soon as it is, and the first worker answers nobody.
  await cell.press('Run')
  await cell.output.getByText('begun').waitFor({ timeout: 90_000 })
  await workers(page, 2)
  await cell.press('Stop')
  await cell.over(30)
  await cell.press('Run')
  await cell.output.getByText('begun').waitFor({ timeout: 90_000 })
  expect(sent.length).toBeGreaterThan(3)
  expect(twice(sent)).toEqual([])
})

test('a worker is ended by Stop pressed twice, while another is opened', async () => {
  const { page, cell, sent } = await watched(slide.spin)
  await cell.write('print("begun", flush=True)\nwhile True:\n    try:\n        while True: pass\n    except BaseException: pass')
  for (const _ of [1, 2, 3]) {
    await cell.press('Run')
    await cell.output.getByText('begun').waitFor({ timeout: 90_000 })
    await cell.press('Stop')
    await cell.over(30)
  }
  await workers(page, 2)
  await cell.write('print("still here")')
  await cell.press('Run')
  await cell.output.getByText('still here').waitFor({ timeout: 90_000 })
  expect(twice(sent)).toEqual([])
})
