/** What a first visit downloads: from the first slide until the first cell has run. */
import type { Locator } from 'playwright-core'
import { findChromium, launchChromium } from './browser.ts'
import { listCells } from '../run/cells.ts'
import { serveSite, type SiteRequest } from './site.ts'

/** Visits a built site as a new visitor would; returns what the server sent, the largest first. */
export async function measureFirstVisit(folder: string): Promise<SiteRequest[]> {
  // One that asks nothing of the visitor.
  const cell = (await listCells()).find(({ input }) => input.length === 0)
  if (!cell) return []
  const site = await serveSite(folder)
  const browser = await launchChromium()
  try {
    // The service worker comes later, and asks only whether a file has changed.
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
    await page.goto(site.url, { waitUntil: 'load' })
    await page.locator('.slidev-layout').first().waitFor({ state: 'attached' })
    await page.goto(`${site.url}#/${cell.slide}`)
    const slide = page.locator(`#slideshow [data-slidev-no="${cell.slide}"]`)
    const group = slide.getByRole('group', { name: cell.snippet, exact: true })
    await group.getByRole('button', { name: 'Run' }).waitFor()
    await skipGuess(slide)
    await group.getByRole('button', { name: 'Run' }).click()
    await page.locator(`[role=group][aria-label="${cell.snippet}"][data-phase="over"]`).first().waitFor({ timeout: 60_000 })
    return site.requests.filter(({ bytes }) => bytes > 0).sort((one, other) => other.bytes - one.bytes)
  }
  finally {
    await browser.close()
    await site.close()
  }
}

/** A slide that asks for a guess holds its cell until then. */
export async function skipGuess(slide: Locator): Promise<void> {
  const skip = slide.getByRole('button', { name: 'Skip' })
  if (await skip.count() > 0) await skip.click()
}

/** Smaller files are told of together, in bytes. */
const worthALine = 10_000

const total = (requests: SiteRequest[]) => requests.reduce((sum, { bytes }) => sum + bytes, 0)
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(9)} kB`

/** Prints the table, file by file, with the total; where there is no browser to visit with, a sentence. */
export async function reportFirstVisit(folder: string): Promise<void> {
  if (await findChromium() === null) {
    console.log('What a first visit downloads is measured with a Chromium, and there is none here: set CHROMIUM_PATH to one.')
    return
  }
  console.log('A first visit downloads, until the first cell has run (compressed with brotli where that helps):')
  const requests = await measureFirstVisit(folder)
  const small = requests.filter(({ bytes }) => bytes < worthALine)
  for (const { path, bytes } of requests.slice(0, requests.length - small.length)) console.log(`${kilobytes(bytes)}  ${path || 'index.html'}`)
  console.log(`${kilobytes(total(small))}  ${small.length} smaller files: the slides and their parts`)
  console.log(`${kilobytes(total(requests))}  in all`)
}
