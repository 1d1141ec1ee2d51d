/** The reading view: where it is on, what can be done in it, and that it stays at its slide. */
import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PDFDocument } from 'pdf-lib'
import { slide, slideNumber, useDeck } from '../deck.ts'

const deck = useDeck()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const guess = 12
/** As long as it takes. */
const patient = { timeout: 90_000 }

const part = (page: Page, number: number): Locator => page.locator(`.reading-slide:nth-child(${number})`)
/** How far the top of a slide is from the top of the window. */
const topOf = (page: Page, number: number) => part(page, number).evaluate(element => Math.abs(Math.round(element.getBoundingClientRect().top)))

async function rests(page: Page, number: number): Promise<void> {
  await part(page, number).locator('.slidev-layout').waitFor()
  await expect.poll(() => topOf(page, number), patient).toBe(0)
  await expect.poll(() => slideNumber(page), patient).toBe(number)
}

test('an upright phone reads: a deep link leads to its slide, the rest stands above and below', async () => {
  const page = await deck.open(`${slide.html}`, phone)
  await rests(page, slide.html)
  await part(page, slide.html - 1).locator('.slidev-layout').waitFor({ state: 'attached' })
  await part(page, slide.cover).locator('.slidev-layout').waitFor({ state: 'attached' })
  expect(await topOf(page, slide.html)).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('a cell is edited and run there, and what was typed is there on the slide', async () => {
  const page = await deck.open(`${slide.streams}`, phone)
  const cell = part(page, slide.streams).locator('.python-cell')
  await cell.locator('.cm-content').tap()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText('print("read and run")')
  await cell.getByRole('button', { name: 'Run' }).tap()
  await cell.getByRole('log').getByText('read and run').waitFor()
  await page.setViewportSize({ width: 844, height: 390 })
  await page.locator('#slideshow .python-cell:visible .cm-line', { hasText: 'read and run' }).waitFor()
})

test('only what is in sight has an editor', async () => {
  const page = await deck.open(`${slide.streams}`, phone)
  await part(page, slide.streams).locator('.cm-editor').waitFor()
  await page.getByRole('button', { name: 'Contents' }).waitFor()
  expect(await part(page, slide.flood).locator('.cm-editor').count()).toBe(0)
  await page.evaluate(hash => void (location.hash = hash), `#/${slide.flood}`)
  await part(page, slide.flood).locator('.cm-editor').waitFor()
  await expect.poll(() => part(page, slide.streams).locator('.cm-editor').count(), patient).toBe(0)
})

test('scrolling moves the address along; back leads to where one came from', async () => {
  const page = await deck.open(`${slide.fails}`, phone)
  await rests(page, slide.fails)
  await page.getByRole('button', { name: 'Next slide' }).tap()
  await rests(page, slide.ask)
  const length = await page.evaluate(() => history.length)
  const to = await part(page, slide.spin).evaluate(element => element.getBoundingClientRect().top + scrollY - 20)
  await page.evaluate(top => window.scrollTo(0, top), to)
  await expect.poll(() => slideNumber(page), patient).toBe(slide.spin)
  expect(await page.evaluate(() => history.length)).toBe(length)
  await page.goBack()
  await rests(page, slide.fails)
})

test('a phone that is turned shows the slide, and reads on at it when it is turned back', async () => {
  const page = await deck.open(`${slide.html}`, phone)
  await rests(page, slide.html)
  await page.setViewportSize({ width: 844, height: 390 })
  await page.locator(`#slideshow [data-slidev-no="${slide.html}"]:visible`).waitFor()
  expect(await page.locator('.reading-view').count()).toBe(0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page), patient).toBe(slide.flood)
  await page.setViewportSize(phone.viewport)
  await rests(page, slide.flood)
})

test('it is turned off and on by button and key, and remembered for windows of that shape', async () => {
  const page = await deck.open(`${slide.html}`, phone)
  await page.getByRole('button', { name: 'Slides', exact: true }).tap()
  await page.locator(`#slideshow [data-slidev-no="${slide.html}"]:visible`).waitFor()
  await page.reload()
  await page.locator(`#slideshow [data-slidev-no="${slide.html}"]:visible`).waitFor()
  await page.setViewportSize({ width: 1280, height: 720 })
  // The page hears of the new size with its next frame.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page.keyboard.press('r')
  await rests(page, slide.html)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280)
  await page.setViewportSize(phone.viewport)
  await page.locator(`#slideshow [data-slidev-no="${slide.html}"]:visible`).waitFor()
  await page.setViewportSize({ width: 1280, height: 720 })
  await rests(page, slide.html)
  await page.keyboard.press('r')
  await page.locator(`#slideshow [data-slidev-no="${slide.html}"]:visible`).waitFor()
})

test.each([[640, 360], [320, 256]])('a window of 1280 px, enlarged until it has %i × %i, reads', async (width, height) => {
  const page = await deck.open(`${slide.streams}`, { viewport: { width, height } })
  await rests(page, slide.streams)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})

test('a keyboard scrolls within a slide and turns slides sideways; the explanation unfolds by key', async () => {
  const page = await deck.open(`${guess}`, { viewport: { width: 640, height: 360 } })
  await rests(page, guess)
  const why = part(page, guess).locator('details')
  await page.keyboard.press('e')
  await expect.poll(() => why.evaluate((element: HTMLDetailsElement) => element.open), patient).toBe(true)
  const top = await page.evaluate(() => scrollY)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => scrollY), patient).toBe(top + 40) // as far as Chromium goes for one press, when it has come to rest
  expect(slideNumber(page)).toBe(guess)
  await page.keyboard.press('ArrowRight')
  await rests(page, guess + 1)
})

test('the audience’s phone follows the presenter', async () => {
  const presenter = await deck.open(`presenter/${slide.streams}`, { viewport: { width: 1280, height: 800 } })
  const page = await deck.open(`${slide.streams}`, { context: presenter.context(), prepare: page => page.setViewportSize({ width: 390, height: 844 }) })
  await rests(page, slide.streams)
  await presenter.bringToFront()
  await presenter.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page), patient).toBe(slide.fails)
  await rests(page, slide.fails)
})

test.each(['light', 'dark'] as const)('its bar and slides are accessible: %s', async (colorScheme) => {
  const page = await deck.open(`${guess}`, { ...phone, colorScheme, reducedMotion: 'reduce' })
  await part(page, guess).locator('.cm-editor').waitFor()
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run('.reading-view', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }))
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([])
  const small = await page.locator('.reading-bar button').evaluateAll(all => all.map(button => button.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 44).length)
  expect(small).toBe(0)
})

test.each([[1280, 720], [720, 900]])('the browser’s print of a slide in a window of %i × %i is the whole slide on one page of its size', async (width, height) => {
  const page = await deck.open(`${slide.streams}`, { viewport: { width, height }, hasTouch: true })
  await page.locator('#slideshow .cm-editor').waitFor()
  const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  expect(pdf.getPages().map(one => [Math.round(one.getWidth()), Math.round(one.getHeight())])).toEqual([[735, 414]])
  // What it is made of lies within the page.
  await page.emulateMedia({ media: 'print' })
  const box = (await page.locator('#slide-content').boundingBox())!
  expect([box.x, box.y, box.width, Math.round(box.height)]).toEqual([0, 0, 980, 552])
})
