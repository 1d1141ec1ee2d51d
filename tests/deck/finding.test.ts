/** The search as people use it: keys, what is shown meanwhile, what a screen reader is told; and addresses that lead nowhere. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { builtDeck } from '../support/deck.ts'
import { useStage } from '../support/stage.ts'

/** As long as a busy machine takes. */
const soon = { timeout: 90_000 }

const stage = useStage(() => builtDeck(), { afresh: true })
afterEach(() => Promise.all(stage.browser.contexts().map(context => context.close())).then(() => {}))

async function open(path: string): Promise<Page> {
  const page = await (await stage.browser.newContext({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })).newPage()
  await page.goto(`${stage.served.url}${path}`)
  await page.locator('.slidev-layout:visible, .no-such-slide').first().waitFor()
  return page
}
const slideOf = (page: Page) => Number(/#\/(?:presenter\/)?(\d+)/.exec(page.url())?.[1])
const box = (page: Page) => page.getByRole('combobox', { name: 'Find in the deck' })

async function find(page: Page, words: string): Promise<void> {
  await box(page).fill(words)
  await page.getByRole('option').first().waitFor()
}

test('Ctrl+K finds; arrows show each slide, Esc goes back, Enter stays and Back leads to where one was', async () => {
  const asked: string[] = []
  const page = await open('#/3')
  page.on('request', request => asked.push(request.url()))
  await page.keyboard.press('ControlOrMeta+k')
  await find(page, 'sys.getref')
  expect(asked.filter(url => /deck-search.*\.json/.test(url)).length).toBe(1)
  expect(await page.getByRole('option').first().locator('.found.code mark').innerText()).toBe('sys.getrefcount')
  expect(await box(page).getAttribute('aria-activedescendant')).toBe(null)

  const shown: number[] = []
  for (const place of [0, 1]) {
    await page.keyboard.press('ArrowDown')
    const option = page.getByRole('option', { selected: true })
    const number = Number(await option.locator('.number').innerText())
    expect(await option.getAttribute('id')).toBe(await box(page).getAttribute('aria-activedescendant'))
    await expect.poll(() => slideOf(page), { ...soon, message: `hit ${place}` }).toBe(number)
    await page.locator(`#slideshow [data-slidev-no="${number}"]`).waitFor()
    shown.push(number)
  }
  expect(new Set(shown).size).toBe(2)
  await page.keyboard.press('Escape')
  await expect.poll(() => slideOf(page), soon).toBe(3)
  expect(await page.getByRole('dialog').count()).toBe(0)

  await page.keyboard.press('/')
  await box(page).waitFor()
  expect(await box(page).inputValue(), 'the words are kept, and the key is not typed').toBe('sys.getref')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => slideOf(page), soon).toBe(shown[0])
  await page.goBack()
  await expect.poll(() => slideOf(page), soon).toBe(3)
})

test('a first visit does not fetch the index; what is not found is said', async () => {
  const page = await open('#/3')
  expect(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter(name => /deck-search|FindDialog/.test(name)))).toEqual([])
  await page.keyboard.press('ControlOrMeta+k')
  await box(page).fill('xylophone')
  await page.getByRole('dialog').getByText('No slide has all of these words.').waitFor()
  await page.keyboard.press('Enter')
  expect(slideOf(page)).toBe(3)
})

test('in the presenter’s window the audience is not led through the hits', async () => {
  const page = await open('#/presenter/3')
  await page.keyboard.press('ControlOrMeta+k')
  await find(page, 'deadlock')
  await page.keyboard.press('ArrowDown')
  const number = Number(await page.getByRole('option', { selected: true }).locator('.number').innerText())
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100))))
  expect(slideOf(page)).toBe(3)
  await page.keyboard.press('Enter')
  await expect.poll(() => slideOf(page), soon).toBe(number)
})

test('search and key list are accessible, the search in both themes', async () => {
  const page = await open('#/3')
  await page.keyboard.press('ControlOrMeta+k')
  await find(page, 'asyncio task')
  await page.keyboard.press('ArrowDown')
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.waitForFunction(dark => document.documentElement.classList.contains('dark') === dark, theme === 'dark')
    expect(await violations(page, '.find')).toEqual([])
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(await violations(page, '.key-list')).toEqual([])
})

async function violations(page: Page, inside: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(selector => (window as unknown as { axe: typeof axe }).axe.run(selector, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }), inside)
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`))
}

test.each(['#/999', '#/abc', '#/0', '#/-1', '#/1.5', '#/nothing/at/all', '#/presenter/999'])('%s says that there is no such slide, and where one can go', async (path) => {
  const page = await open(path)
  await page.getByRole('heading', { name: `There is no slide “${path.replace(/^#\/(?:presenter\/)?/, '')}”` }).waitFor()
  expect(await page.getByRole('alert').innerText()).toMatch(/^This deck has the slides 1 to \d+\.$/)
  await page.getByRole('link', { name: 'The first slide' }).click()
  await expect.poll(() => slideOf(page), soon).toBe(1)
  expect(page.url().includes('presenter')).toBe(path.includes('presenter'))
})

test('an address that is changed by hand says it, too, and Back leads to the slide', async () => {
  const page = await open('#/3')
  await page.evaluate(() => void (location.hash = '#/999'))
  await page.getByRole('heading', { name: 'There is no slide “999”' }).waitFor()
  await page.goBack()
  await page.locator('#slideshow [data-slidev-no="3"]').waitFor()
})

test('more clicks than a slide has are its last one', async () => {
  const page = await open('#/5?clicks=99')
  await expect.poll(() => page.url(), soon).toContain('clicks=2')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => page.url(), soon).toContain('clicks=1')
})
