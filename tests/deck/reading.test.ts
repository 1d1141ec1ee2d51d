/** Every slide as it is read on a phone: nothing sticks out, nothing is too small to read or to touch. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { builtDeck } from '../support/deck.ts'
import { useStage } from '../support/stage.ts'
import { inspectReading } from './inspect/inspectReading.ts'

const stage = useStage(() => builtDeck())
let page: Page
let total: number
const faults = new Set<string>()

beforeAll(async () => {
  page = await stage.browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' })
  page.on('console', message => message.type() === 'error' && faults.add(`console: ${message.text().slice(0, 300)}`))
  page.on('pageerror', error => faults.add(`exception: ${String(error).slice(0, 300)}`))
  await page.goto(stage.served.url)
  await page.waitForSelector('.reading-slide .slidev-layout')
  total = await page.locator('.reading-slide').count()
})

async function look(slide: number): Promise<void> {
  for (const { kind, selector, detail } of await page.evaluate(inspectReading, `.reading-slide:nth-child(${slide})`)) faults.add(`slide ${slide}: ${kind}: ${selector}: ${detail}`)
}

test('360 × 740, each slide in sight with its editors and buttons', async () => {
  expect(total).toBeGreaterThan(200)
  for (let slide = 1; slide <= total; slide++) {
    await page.evaluate(hash => void (location.hash = hash), `#/${slide}`)
    await page.waitForFunction((selector) => {
      const place = document.querySelector(selector)
      return place?.querySelector('.slidev-layout') && [...place.querySelectorAll('.python-cell')].every(cell => cell.querySelector('.cm-content'))
    }, `.reading-slide:nth-child(${slide})`)
    await look(slide)
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.add(`slide ${slide}: the page scrolls sideways`)
  }
  expect([...faults].join('\n')).toBe('')
})

// By now all slides are drawn; those out of sight are as they are between two cells that are alive.
test.each([[390, 844], [640, 900]])('%i × %i, in the dark', async (width, height) => {
  faults.clear()
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.waitForFunction(() => !document.querySelector('.reading-place') && document.documentElement.classList.contains('dark'))
  await page.addStyleTag({ content: '.reading-slide { content-visibility: visible !important }' })
  for (let slide = 1; slide <= total; slide++) await look(slide)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  expect([...faults].join('\n')).toBe('')
})
