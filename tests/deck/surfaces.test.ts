/** Slidev's own surfaces with our colours: presenter, notes, both overviews, and what is announced on the way. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { builtDeck } from '../support/deck.ts'
import { useStage } from '../support/stage.ts'

const stage = useStage(() => builtDeck())

const surfaces = [
  { name: 'presenter', path: '#/presenter/2', ready: '.slidev-note' },
  { name: 'notes', path: '#/notes', ready: '.slidev-note' },
  { name: 'overview page', path: '#/overview', ready: '.prose' },
  { name: 'quick overview', path: '#/2', ready: '[data-slidev-no="2"] .slidev-layout', key: 'o' },
]

/** What axe finds round the slides; the slides themselves are emptied, since another test looks at them. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => {
    for (const slide of document.querySelectorAll('.slidev-slide-content')) slide.replaceChildren()
    return (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] })
  })
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`))
}

test.each(surfaces)('the $name is accessible in both themes and says nothing in the console', async ({ path, ready, key }) => {
  const page = await stage.browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' })
  const errors: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(String(error)))
  await page.goto(stage.served.url + path)
  await page.waitForSelector(ready)
  if (key) {
    await page.keyboard.press(key)
    await page.waitForSelector('.z-modal .slidev-slide-container')
  }
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForSelector('html.dark', { state: 'attached' })
  expect(await violations(page)).toEqual([])
  expect(errors).toEqual([])
  await page.close()
})

test('a slide change is announced, with number and title', async () => {
  const page = await stage.browser.newPage({ viewport: { width: 980, height: 552 } })
  await page.goto(stage.served.url)
  const status = page.locator('body > [role="status"]')
  await page.waitForSelector('.slidev-layout')
  expect(await status.textContent()).toBe('')
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.querySelector('body > [role="status"]')?.textContent === 'Slide 2: How to use this deck')
  expect(await status.getAttribute('aria-live')).toBe('polite')
  await page.close()
})

test('the navigation of the deck is accessible', async () => {
  const page = await stage.browser.newPage({ viewport: { width: 980, height: 552 } })
  await page.goto(stage.served.url)
  await page.locator('nav button').first().waitFor({ state: 'attached' })
  await page.locator('nav button').first().focus()
  expect(await violations(page)).toEqual([])
  await page.close()
})

test.each([[844, 390], [820, 1180]])('nothing scrolls sideways on a screen of %i × %i, and the slide fills its width or height', async (width, height) => {
  const page = await stage.browser.newPage({ viewport: { width, height }, hasTouch: true, isMobile: true })
  await page.goto(`${stage.served.url}#/2`)
  await page.waitForSelector('[data-slidev-no="2"] .slidev-layout')
  const size = await page.evaluate(() => {
    const slide = document.querySelector('#slide-content')!.getBoundingClientRect()
    return { page: document.documentElement.scrollWidth, width: slide.width, height: slide.height }
  })
  expect(size.page).toBeLessThanOrEqual(width)
  expect(size.width > width - 2 || size.height > height - 2).toBe(true)
  await page.close()
})
