/** Opens every slide of a deck at every click and collects what is wrong, each fault as one line. */
import axe, { type Result } from 'axe-core'
import type { Page } from 'playwright-core'
import { openDeck, type Slide } from '../../../cli/deck/deckPage.ts'
import { inspectSlide, type Fault } from './inspectSlide.ts'

export type Theme = 'light' | 'dark'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** Failed requests are reported as such. */
const knownMessages = [/^Failed to load resource/]

export interface Checked {
  slides: Slide[]
  /** Pictures of the deck that were looked at: slides times clicks. */
  states: number
  faults: string[]
}

/**
 * Messages and requests are reported where they are seen: a slide is mounted before it is shown, so look there or later in the deck.
 * Walks through the deck at `url` in one page, without a reload. What is covered, or waits for a guess, is looked at once more without.
 * The page should be 980×552, so that a pixel of the slide is a pixel of the screen.
 */
export async function checkDeck(page: Page, url: string, theme: Theme): Promise<Checked> {
  const faults = new Set<string>()
  let where = 'while loading'
  listen(page, new URL(url).origin, fault => faults.add(`${where}: ${fault}`))
  await page.addInitScript(axe.source)
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  const deck = await openDeck(page, url)
  await deck.wear(theme)
  let states = 0
  for (const slide of deck.slides) {
    let clicks = 0
    for (let click = 0; click <= clicks; click++) {
      where = `slide ${slide.number} “${slide.title}”, ${theme}, click ${click}`
      clicks = await deck.go(slide.number, click)
      await settle(page, slide.number)
      states += 1
      for (const fault of await faultsOf(page, slide.number)) faults.add(`${where}: ${sentence(fault)}`)
    }
    for (const way of ['Skip', 'Show the recorded answer']) {
      const button = page.locator(slideSelector(slide.number)).getByRole('button', { name: way, exact: true })
      if (await button.count() === 0) continue
      where = `slide ${slide.number} “${slide.title}”, ${theme}, after “${way}”`
      await button.click()
      await settle(page, slide.number)
      states += 1
      for (const fault of await faultsOf(page, slide.number)) faults.add(`${where}: ${sentence(fault)}`)
    }
  }
  return { slides: deck.slides, states, faults: [...faults] }
}

/** Waits for the editors of the slide's cells, which are loaded when the first cell is live. */
async function settle(page: Page, slide: number): Promise<void> {
  await page.waitForFunction((selector) => {
    const cells = [...document.querySelectorAll(`${selector} .python-cell`)]
    return cells.every(cell => cell.querySelector('.cm-content'))
  }, slideSelector(slide), { timeout: 90_000 })
}

function slideSelector(slide: number): string {
  return `#slideshow [data-slidev-no="${slide}"]`
}

async function faultsOf(page: Page, slide: number): Promise<Fault[]> {
  const selector = slideSelector(slide)
  const seen = await page.evaluate(inspectSlide, selector)
  const violations = await page.evaluate(runAxe, [selector, rules] as const)
  const broken = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({
    kind: `axe ${id}`,
    selector: target.flat().join(' '),
    detail: (failureSummary ?? '').split('\n').slice(1, 2).join('').trim(),
  })))
  return [...seen, ...broken]
}

/**
 * Axe reads the whole document, in which every slide is mounted after a while: the others are taken out for the moment,
 * which makes it ten times faster.
 */
async function runAxe([selector, tags]: readonly [string, string[]]): Promise<Result[]> {
  const others = [...document.querySelectorAll(`#slideshow > [data-slidev-no]:not(${selector})`)]
  const places = others.map((other) => {
    const place = document.createComment('')
    other.replaceWith(place)
    return place
  })
  try {
    return (await (window as unknown as { axe: typeof axe }).axe.run(selector, { runOnly: tags, resultTypes: ['violations'] })).violations
  }
  finally {
    places.forEach((place, index) => place.replaceWith(others[index]!))
  }
}

/** Reports what goes wrong between the slides: messages, exceptions, requests. */
function listen(page: Page, origin: string, report: (fault: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !knownMessages.some(known => known.test(message.text()))) report(`console error: ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', error => report(`exception: ${String(error).slice(0, 300)}`))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A body that a worker reads as a stream is now and then reported as aborted although all of it came.
    if (why !== 'net::ERR_ABORTED' || !/\/pyodide\//.test(request.url())) report(`failed request: ${request.url()} ${why}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) report(`failed request: ${response.url()} ${response.status()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== origin) report(`request to another origin: ${request.url()}`)
  })
}

function sentence({ kind, selector, detail }: Fault): string {
  return `${kind}: ${selector}: ${detail}`
}
