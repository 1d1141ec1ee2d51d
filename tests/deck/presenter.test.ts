/** What the presenter sees beside the slides: notes set apart, the time, and the pace from wherever one begins. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { builtDeck } from '../support/deck.ts'
import { useStage } from '../support/stage.ts'

/** As long as a busy machine takes. */
const soon = { timeout: 90_000 }

const stage = useStage(() => builtDeck())
let page: Page

beforeAll(async () => {
  page = await stage.browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${stage.served.url}#/presenter/4`)
  await page.locator('.pace').waitFor()
})

const note = () => page.locator('.grid-section.note')

test('what to say, ask and do are set apart, and the time stays in sight when long notes are scrolled', async () => {
  expect(await note().locator('.cues dt').allInnerTexts()).toEqual(['Time', 'Say', 'Ask', 'Do'])
  await note().locator('.slidev-note').evaluate(element => void (element.style.fontSize = '40px'))
  await note().getByText('Do', { exact: true }).scrollIntoViewIfNeeded()
  const seen = await note().locator('.cue-time').evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })
  expect(seen).toBe(true)
})

test('the pace begins on the slide that one goes on from, and can be begun anew', async () => {
  const pace = page.locator('.pace')
  expect(await pace.innerText()).toMatch(/this slide 2 min\s+begin/)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => pace.innerText(), soon).toContain('plan 2 min · you 0 min (−2)')
  await pace.getByRole('button', { name: /^plan/ }).click()
  await expect.poll(() => pace.innerText(), soon).toContain('plan 2 min · you 2 min (±0)')
  await page.reload()
  await expect.poll(() => pace.innerText(), soon).toContain('you 2 min')
  await pace.getByRole('button', { name: 'Forget when the talk began' }).click()
  await page.evaluate(() => void (location.hash = '#/presenter/40'))
  await expect.poll(() => page.url(), soon).toContain('/presenter/40')
  await expect.poll(() => pace.innerText(), soon).toMatch(/begin$/)
})
