/** How long a slide takes to change while a cell prints without end: from the key to the painted frame. */
import type { Page } from 'playwright-core'
import { launchChromium } from '../../cli/deck/browser.ts'
import { builtDeck } from '../../cli/deck/builtDeck.ts'
import { percentile95, type Measure } from '../measure.ts'

/** Two neighbours in tests/browser/fixture/slides.md, each with a cell. */
const busy = 7
const next = 8

declare global {
  interface Window {
    /** Set when a key is pressed: milliseconds until the slide that it leads to is painted. */
    slideChange: Promise<number>
  }
}

export const slides: Measure = async (times) => {
  const changes = await slideChanges(8 * times)
  return [{
    what: 'slide change while a cell is running, 95th percentile',
    value: percentile95(changes),
    unit: 'ms',
    atMost: 40,
    samples: { changes },
  }]
}

/** Milliseconds of each of `count` slide changes, forth and back. */
async function slideChanges(count: number): Promise<number[]> {
  const deck = await builtDeck('tests/browser/fixture/slides.md')
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
    await page.goto(`${deck.url}#/${busy}`)
    await printForEver(page)
    await page.evaluate(watchKeys, [busy, next] as const)
    const taken: number[] = []
    for (let change = 0; change < count; change++) {
      await page.keyboard.press(change % 2 === 0 ? 'ArrowRight' : 'ArrowLeft')
      taken.push(await page.evaluate(() => window.slideChange))
      await page.waitForTimeout(150)
    }
    return taken
  }
  finally {
    await browser.close()
    await deck.close()
  }
}

async function printForEver(page: Page): Promise<void> {
  await page.getByLabel('Code', { exact: true }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText('while True:\n    print("more")')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('log').getByText('more').first().waitFor()
  await page.keyboard.press('Escape')
  // All slides are mounted three seconds after the first.
  await page.waitForTimeout(4000)
}

function watchKeys([left, right]: readonly [number, number]): void {
  addEventListener('keydown', (event: KeyboardEvent) => {
    const number = event.key === 'ArrowRight' ? right : left
    window.slideChange = new Promise((resolve) => {
      const look = () => {
        const slide = document.querySelector<HTMLElement>(`#slideshow [data-slidev-no="${number}"]`)
        if (!slide?.checkVisibility()) return void requestAnimationFrame(look)
        // This frame shows the slide; a task that is asked for in it comes when it has been painted.
        setTimeout(() => resolve(performance.now() - event.timeStamp))
      }
      requestAnimationFrame(look)
    })
  }, { capture: true })
}
