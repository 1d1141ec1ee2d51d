import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../../cli/deck/browser.ts'
import { builtDeck, type ServedDeck } from '../support/deck.ts'
import { checkDeck, type Theme } from './inspect/checkDeck.ts'

let deck: ServedDeck
let browser: Browser

beforeAll(async () => {
  [deck, browser] = await Promise.all([builtDeck(), launchChromium()])
})

afterAll(async () => {
  await browser?.close()
  await deck?.close()
})

describe('every slide at every click', () => {
  test.concurrent.each<Theme>(['light', 'dark'])('has nothing outside, clipped, tiny, broken or inaccessible: %s', async (theme) => {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
    const { states, slides, faults } = await checkDeck(page, deck.url, theme)
    await page.close()
    expect(states).toBeGreaterThanOrEqual(slides.length)
    expect(faults.join('\n')).toBe('')
  })
})
