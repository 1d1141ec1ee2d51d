import { describe, expect, test } from 'vitest'
import { builtDeck } from '../support/deck.ts'
import { useStage } from '../support/stage.ts'
import { checkDeck, type Theme } from './inspect/checkDeck.ts'

const stage = useStage(() => builtDeck())

describe('every slide at every click', () => {
  test.concurrent.each<Theme>(['light', 'dark'])('has nothing outside, clipped, tiny, broken or inaccessible: %s', async (theme) => {
    const page = await stage.browser.newPage({ viewport: { width: 980, height: 552 } })
    const { states, slides, faults } = await checkDeck(page, stage.served.url, theme)
    await page.close()
    expect(states).toBeGreaterThanOrEqual(slides.length)
    expect(faults.join('\n')).toBe('')
  })
})
