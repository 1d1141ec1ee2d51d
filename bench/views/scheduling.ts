/** How fast the views of schedules answer: a click of the scheduler, and a search from the button to the drawing. */
import type { Page } from 'playwright-core'
import { launchChromium } from '../../cli/deck/browser.ts'
import { builtDeck } from '../../cli/deck/builtDeck.ts'
import { listCells } from '../../cli/run/cells.ts'
import { median, type Measure } from '../measure.ts'

/** Milliseconds from a click on `button` until `done` is there and painted, measured in the page. */
function fromClick(page: Page, button: string, done: string): Promise<number> {
  return page.evaluate(async ([button, done]) => {
    const cell = document.querySelector('.python-cell:has(.cm-editor)')!
    const begun = performance.now()
    cell.querySelector<HTMLButtonElement>(button!)!.click()
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    do await frame()
    while (!cell.querySelector(done!))
    return performance.now() - begun
  }, [button, done])
}

export const scheduling: Measure = async (times) => {
  const slides = new Map((await listCells()).map(({ snippet, slide }) => [snippet, slide]))
  const deck = await builtDeck()
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
    const open = async (snippet: string) => {
      await page.goto(`${deck.url}#/${slides.get(snippet)}`)
      await page.locator('.python-cell:has(.cm-editor)').waitFor()
      await page.waitForTimeout(3000)
    }
    await open('threads/two_increments.py')
    await fromClick(page, '.begin', '.threads[aria-busy="false"]')
    const clicks: number[] = []
    for (let time = 0; time < times * 4; time++) {
      const moves = await page.locator('.python-cell:has(.cm-editor) .step:not(.auto)').count()
      const next = moves < 4 ? '.thread:nth-of-type(2):not(:disabled), .thread:not(:disabled)' : '[title^="From the beginning"]'
      const took = await fromClick(page, next, `.threads[aria-busy="false"]`)
      if (moves < 4) clicks.push(took)
    }
    await open('threads/lost_update.py')
    const finds: number[] = []
    for (let time = 0; time < times; time++) {
      await page.evaluate(() => document.querySelector('.python-cell:has(.cm-editor) .sentence')?.classList.remove('sentence'))
      finds.push(await fromClick(page, '.find', '.caption .sentence'))
      await page.waitForTimeout(500)
    }
    return [
      { what: 'be the scheduler: a click → the step shown', value: median(clicks), unit: 'ms', atMost: 50, samples: { clicks } },
      { what: 'find a bad one, the lost update → drawn and shrunk', value: median(finds), unit: 'ms', atMost: 500, samples: { finds } },
    ]
  }
  finally {
    await browser.close()
    await deck.close()
  }
}
