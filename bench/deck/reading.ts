/** The reading view on a phone of which Chromium makes the processor four times as slow: all slides of the built deck in one column. */
import type { Page } from 'playwright-core'
import { launchChromium } from '../../cli/deck/browser.ts'
import { builtDeck } from '../../cli/deck/builtDeck.ts'
import { median, type Measure } from '../measure.ts'

const slowdown = 4
/** A slide in the middle, opened by its address. */
const first = 59
/** Pixels a frame: three slides a second. */
const speed = 40

declare global {
  interface Window {
    longest: number
  }
}

/**
 * From the navigation until the slide that the address names is painted at the top of the window; then the longest task
 * while the column is scrolled without a rest from its beginning to its end, right after loading, when most slides are not drawn yet.
 */
export const reading: Measure = async (times) => {
  const deck = await builtDeck()
  const browser = await launchChromium()
  try {
    const [shown, longest]: [number[], number[]] = [[], []]
    for (let time = 0; time < times; time++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, serviceWorkers: 'block' })
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.addInitScript(watchTasks)
      await page.goto(`${deck.url}#/${first}`, { waitUntil: 'commit' })
      shown.push(await page.evaluate(firstPaint, first))
      longest.push(await scrollThrough(page))
      await context.close()
    }
    return [
      { what: `reading view, slide ${first} by its address painted, ${slowdown}× slowed`, value: median(shown), unit: 'ms', atMost: 1500, samples: { shown } },
      { what: `reading view, longest task while all slides are scrolled through, ${slowdown}× slowed`, value: median(longest), unit: 'ms', atMost: 100, samples: { longest } },
    ]
  }
  finally {
    await browser.close()
    await deck.close()
  }
}

function watchTasks(): void {
  window.longest = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
  }).observe({ type: 'longtask' })
}

/** Milliseconds since the navigation began. */
async function firstPaint(slide: number): Promise<number> {
  const frame = () => new Promise<void>(done => requestAnimationFrame(() => done()))
  for (;;) {
    const place = document.querySelector(`.reading-slide:nth-child(${slide})`)
    if (place?.querySelector('.slidev-layout') && Math.abs(place.getBoundingClientRect().top) < 2) break
    await frame()
  }
  await frame()
  return performance.now()
}

/** From the top to the end; the longest task meanwhile, in milliseconds (0: none was longer than 50). */
async function scrollThrough(page: Page): Promise<number> {
  return page.evaluate(async (speed) => {
    const frame = () => new Promise<void>(done => requestAnimationFrame(() => done()))
    scrollTo({ top: 0, behavior: 'instant' })
    await frame()
    window.longest = 0
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 2) {
      scrollBy({ top: speed, behavior: 'instant' })
      await frame()
    }
    return window.longest
  }, speed)
}
