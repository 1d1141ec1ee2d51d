/** A slide that asks does not show its answer, from the first paint on, until somebody runs it or wants to see it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { root } from '../../cli/root.ts'
import { cellsOf, listCells, recordingPath } from '../../cli/run/cells.ts'
import { openDeck, type DeckPage } from '../../cli/deck/deckPage.ts'
import { readDeck } from '../../cli/readDeck.ts'
import { recordingSchema } from '../../runtime/run/recording.ts'
import { asksFor } from '../../setup/markdown/asks.ts'
import { builtDeck } from '../support/deck.ts'
import { useStage } from '../support/stage.ts'

const { slides } = await readDeck()
const cells = await listCells()
const asking = slides.filter(slide => cellsOf(slide.content, slide.source.filepath, slide.index + 1).some(cell => asksFor(slide, cell.options))).map(({ index }) => index + 1)
const guessed = slides.filter(({ content }) => content.includes('<Predict>')).map(({ index }) => index + 1)
const numberOf = (snippet: string) => cells.find(cell => cell.snippet === snippet)!.slide

const stage = useStage(() => builtDeck())

async function open(slide = 1, context?: BrowserContext, prepare?: (page: Page) => Promise<unknown>): Promise<DeckPage> {
  const page = await (context ?? await stage.browser.newContext({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(90_000)
  await prepare?.(page)
  return openDeck(page, `${stage.served.url}#/${slide}`)
}
const on = (page: Page, slide: number) => page.locator(`#slideshow [data-slidev-no="${slide}"]`)

/** What is recorded, as lines that can be looked for; short ones are in the program, too. */
async function recordedLines(slide: number): Promise<string[]> {
  const { snippet, source } = cells.find(cell => cell.slide === slide)!
  const { output } = recordingSchema.parse(JSON.parse(await readFile(join(root, recordingPath(snippet)), 'utf8')))
  return output.map(({ text }) => text).join('').split('\n').map(line => line.trim()).filter(line => line.length > 3 && !source.includes(line))
}

test('many slides of the taught part ask, and none of the appendix but the puzzles', () => {
  expect(asking.length).toBeGreaterThanOrEqual(23)
  const closing = slides.findIndex(({ frontmatter }) => frontmatter.layout === 'closing') + 1
  expect(asking.filter(slide => slide > closing)).toEqual(cells.filter(({ slide, options }) => slide > closing && options.goal !== undefined).map(({ slide }) => slide))
  expect(asking.filter(slide => guessed.includes(slide))).toEqual([])
})

test('over the whole deck the answer is covered where a slide asks, and only there; a click shows it', async () => {
  const { page, go } = await open()
  const wrong: string[] = []
  for (const number of new Set(cells.map(({ slide }) => slide))) {
    if (guessed.includes(number)) continue
    await go(number)
    const here = on(page, number)
    await here.locator('.cm-content').first().waitFor()
    const covered = await here.locator('.python-cell.covered').count() > 0
    const badges = await here.locator('.badge-recorded').count()
    if (covered !== asking.includes(number) || covered === (badges > 0)) wrong.push(`slide ${number}: ${covered ? 'covered' : 'open'}, ${badges} badges`)
    if (!covered) continue
    const lines = await recordedLines(number)
    const text = async () => `${await here.locator('.cell-output').innerText()}\n${await here.locator('.cell-view').allInnerTexts()}`
    const seen = await text()
    for (const line of lines.filter(line => seen.includes(line))) wrong.push(`slide ${number} shows “${line}”`)
    if (await here.locator('.cell-view :is(svg, table)').count() > 0) wrong.push(`slide ${number} shows a picture`)
    if (await here.locator('.failed:visible, .line-chip:visible').count() > 0) wrong.push(`slide ${number} marks a line`)
    await here.getByRole('button', { name: 'Show the recorded answer' }).click()
    await here.locator('.badge-recorded').waitFor()
    const shown = await text()
    for (const line of lines.filter(line => !shown.includes(line))) wrong.push(`slide ${number} does not show “${line}”`)
  }
  expect(wrong).toEqual([])
  await page.context().close()
})

describe('on a slide that asks', () => {
  const puzzle = numberOf('threads/two_increments.py')
  const searched = numberOf('threads/ticket.py')

  test.each([puzzle, searched, asking[0]!])('slide %i never paints the answer before it is covered', async (number) => {
    const { page } = await open(number, undefined, page => page.addInitScript((slide) => {
      const seen = (window as unknown as { seen: string[] }).seen = []
      const look = () => {
        const here = document.querySelector(`#slideshow [data-slidev-no="${slide}"]`)
        const found = here?.querySelector('.badge-recorded, .output-text, .cell-view :is(table, svg)')
        if (found) seen.push(found.outerHTML.slice(0, 80) as never)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, number))
    await on(page, number).locator('.cm-content').waitFor()
    expect(await on(page, number).locator('.python-cell.covered').count()).toBe(1)
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([])
    await page.context().close()
  })

  test('P shows the answer in all windows of the browser and covers it again, and the next slide is still covered', async () => {
    const context = await stage.browser.newContext({ viewport: { width: 980, height: 552 } })
    const [first, second] = [asking[0]!, asking[1]!]
    const own = await open(first, context)
    const { page, go } = own
    const other = await open(first, context)
    for (const { page: window } of [own, other]) await on(window, first).locator('.python-cell.covered').waitFor()
    await page.bringToFront()
    await page.keyboard.press('p')
    for (const { page: window } of [own, other]) await on(window, first).locator('.badge-recorded').waitFor()
    await go(second)
    await on(page, second).locator('.python-cell.covered').waitFor()
    await go(first)
    await page.keyboard.press('p')
    for (const { page: window } of [own, other]) await on(window, first).locator('.python-cell.covered').waitFor()
    await context.close()
  })

  test('a run shows what it prints, but not what a search would find; Reset covers again', async () => {
    const { page } = await open(searched)
    const here = on(page, searched)
    await here.locator('.cm-content').waitFor()
    await here.getByRole('button', { name: 'Run', exact: true }).click()
    await here.locator('.python-cell[data-phase="over"]').waitFor({ timeout: 90_000 })
    await here.locator('.badge-live').waitFor()
    expect(await here.locator('.cell-view table').count()).toBe(0)
    await here.getByRole('button', { name: 'Reset' }).click()
    await here.locator('.python-cell.covered').waitFor()
    await here.getByRole('button', { name: 'Find a bad one' }).click()
    await here.locator('.cell-view table').waitFor({ timeout: 90_000 })
    await page.context().close()
  })
})
