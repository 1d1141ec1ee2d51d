/** What somebody typed is kept, or it is said that it is not: history, storage forbidden or full, two tabs, the zip. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { chromium, type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findChromium } from '../../../cli/deck/browser.ts'
import { liveCell, show, slide, useDeck } from '../deck.ts'

const deck = useDeck()
const numbers = { counter: 10, progress: 17 }
/** What is waited for comes, also on a busy machine. */
const slowly = { timeout: 90_000 }
const notice = (page: Page) => page.locator('.storage-notice')

test('earlier texts are in the history, with times; a click brings one back, also after Reset', async () => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  expect(await cell.root.getByRole('button', { name: 'History' }).count()).toBe(0)
  await cell.write('print("one")')
  await cell.press('Run')
  await cell.over(30)
  await cell.write('print("two")\nprint("more")')
  await cell.press('Reset')
  await cell.root.getByRole('button', { name: 'History' }).click()
  const dialog = page.getByRole('dialog', { name: /^History of/ })
  const rows = dialog.locator('li button')
  expect(await rows.locator('code').allTextContents()).toEqual(['print("two")', 'print("one")'])
  expect(await rows.locator('time').first().textContent()).toMatch(/^\d\d:\d\d:\d\d$/)
  await page.keyboard.press('ArrowRight')
  await rows.first().click()
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(cell.text, slowly).toBe('print("two")\nprint("more")')
  await page.reload()
  await cell.editor.waitFor()
  expect(await cell.text()).toBe('print("two")\nprint("more")')
  await cell.root.getByRole('button', { name: 'History' }).click()
  await rows.filter({ hasText: 'one' }).click()
  await expect.poll(cell.text, slowly).toBe('print("one")')
})

async function worksWithoutStorage(page: Page) {
  const cell = liveCell(page)
  await cell.write('print("works")')
  await cell.press('Run')
  await cell.over(60)
  expect(await cell.output.textContent()).toBe('works\n')
  await notice(page).getByText('This browser keeps nothing').waitFor()
  await show(page, slide.noCell)
  await show(page, slide.ask)
  await cell.editor.waitFor()
  expect(await cell.text()).toBe('print("works")')
  await notice(page).getByRole('button', { name: 'OK' }).click()
  await notice(page).waitFor({ state: 'detached' })
}

test('where the question for storage raises an error, the deck shows, cells run, and a line says that nothing is kept', async () => {
  await worksWithoutStorage(await deck.open(`${slide.ask}`, {
    prepare: page => page.addInitScript(() => ['localStorage', 'sessionStorage'].forEach(name => Object.defineProperty(window, name, {
      configurable: true,
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    }))),
  }))
})

test('the same where the browser’s own setting blocks cookies and storage', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'under-the-gil-'))
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }))
  const context = await chromium.launchPersistentContext(profile, { executablePath: (await findChromium())!, viewport: { width: 980, height: 552 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(90_000)
    await page.goto(`${deck.url()}#/${slide.ask}`)
    await page.locator('.slidev-layout:visible').first().waitFor()
    expect(await page.evaluate(() => 'forgetful' in localStorage)).toBe(true)
    await worksWithoutStorage(page)
  }
  finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
})

test('where storage is full it is said, the text stays while the page is open, and can be downloaded', async () => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  await page.evaluate(() => {
    for (let size = 4 << 20; size > 0; size >>= 1) {
      try {
        localStorage.setItem(`filler${size}`, 'x'.repeat(size))
      }
      catch {
        // The next one is smaller.
      }
    }
  })
  await cell.write('print("no room")')
  await notice(page).getByText('no room for inline/ask').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), notice(page).getByRole('button', { name: 'Download it' }).click()])
  expect(await readFile(await download.path(), 'utf8')).toBe('print("no room")')
  await show(page, slide.noCell)
  await show(page, slide.ask)
  await cell.editor.waitFor()
  expect(await cell.text()).toBe('print("no room")')
  await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('filler')).forEach(key => localStorage.removeItem(key)))
  await cell.write('print("room again")')
  await notice(page).waitFor({ state: 'detached' })
  await page.reload()
  await cell.editor.waitFor()
  expect(await cell.text()).toBe('print("room again")')
})

test('two tabs change one cell: the later text wins, the other is in the history, both are told', async () => {
  const one = await deck.open(`${slide.ask}`)
  const other = await deck.open(`${slide.ask}`, { context: one.context() })
  await liveCell(one).write('of = "one"')
  await liveCell(other).write('of = "other"')
  for (const page of [one, other]) await notice(page).getByText('inline/ask was changed in another window').waitFor()
  expect(await liveCell(one).text()).toBe('of = "one"')
  one.setDefaultTimeout(90_000)
  await one.reload()
  const cell = liveCell(one)
  await cell.editor.waitFor()
  expect(await cell.text()).toBe('of = "other"')
  await cell.root.getByRole('button', { name: 'History' }).click()
  await one.getByRole('dialog', { name: /^History of/ }).locator('li button').filter({ hasText: 'of = "one"' }).click()
  await expect.poll(cell.text, slowly).toBe('of = "one"')
})

const answer = (page: Page) => page.locator('.bench .exercise-code .cm-content:visible')
async function writeAnswer(page: Page, text: string) {
  await answer(page).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Escape')
}

test('two tabs on one exercise: one key in one does not erase the other’s answer', async () => {
  const one = await deck.open(`${numbers.counter}`)
  const other = await deck.open(`${numbers.counter}`, { context: one.context() })
  await answer(other).waitFor()
  await writeAnswer(one, 'mine = "of one"')
  await answer(other).click()
  await other.keyboard.type('#')
  for (const page of [one, other]) await notice(page).getByText('exercise 22-safe-counter was changed in another window').waitFor()
  await other.locator('.bench').getByRole('button', { name: 'History' }).click()
  await other.getByRole('dialog', { name: /^History of/ }).locator('li button').filter({ hasText: 'mine = "of one"' }).click()
  await expect.poll(() => answer(other).textContent(), slowly).toBe('mine = "of one"')
})

test('what cannot be read is put aside beside what was, and told', async () => {
  const page = await deck.open(`${slide.noCell}`)
  for (const text of ['{broken', '[1]']) {
    await page.evaluate(text => localStorage.setItem('exercise:22-safe-counter', text), text)
    await page.reload()
    await page.locator('.slidev-layout:visible').first().waitFor()
    await show(page, numbers.counter)
    await notice(page).getByText('kept of exercise 22-safe-counter could not be read').waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), notice(page).getByRole('button', { name: 'Download it' }).click()])
    expect(await readFile(await download.path(), 'utf8')).toBe(text)
    await show(page, slide.noCell)
  }
  expect(await page.evaluate(() => ['', ':2'].map(end => localStorage.getItem(`exercise:22-safe-counter:unreadable${end}`)))).toEqual(['{broken', '[1]'])
})

test('changed cells are listed with their slides, go home in the zip, and come back in another browser', async () => {
  const page = await deck.open(`${slide.ask}`)
  await liveCell(page).write('print("taken home")')
  await show(page, numbers.progress)
  await page.getByRole('button', { name: 'Changed cells (1)' }).click()
  expect(await page.getByRole('list', { name: 'Changed cells' }).getByRole('link').getAttribute('href')).toBe(`#/${slide.ask}`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Take my work home' }).click()])
  const zip = await readFile(await download.path())
  const files = unzipSync(zip)
  const [name] = Object.keys(files).filter(file => file.startsWith('cells/'))
  expect(name).toMatch(/^cells\/inline\/ask\.\w{12}\.py$/)
  expect(strFromU8(files[name!]!)).toBe('print("taken home")\n')

  const elsewhere = await deck.open(`${numbers.progress}`)
  await elsewhere.getByLabel('A file with saved work').setInputFiles({ name: 'work.zip', mimeType: 'application/zip', buffer: zip })
  await elsewhere.getByText('work.zip: Loaded 0 exercises and 1 cell.').waitFor()
  await show(elsewhere, slide.ask)
  const cell = liveCell(elsewhere)
  await cell.editor.waitFor()
  expect(await cell.text()).toBe('print("taken home")')
  await show(elsewhere, numbers.progress)
  await elsewhere.getByRole('button', { name: 'Undo' }).click()
  await show(elsewhere, slide.ask)
  await expect.poll(cell.text, slowly).toContain('Your name?')
})

test('a file that is too large, or that the browser has no room for, is told as that', async () => {
  const page = await deck.open(`${numbers.progress}`)
  const folder = await mkdtemp(join(tmpdir(), 'under-the-gil-'))
  async function load(name: string, answer: string) {
    const work = { answer, attempts: 1, points: 1, passed: false, seconds: 1, hints: 0, asked: 0, at: '2026-01-01' }
    await writeFile(join(folder, name), JSON.stringify({ kind: 'under-the-gil exercises', format: 1, saved: '2026-01-01', exercises: { '22-safe-counter': { v: work } } }))
    await page.getByLabel('A file with saved work').setInputFiles(join(folder, name))
  }
  try {
    await load('large.json', 'x'.repeat(21 << 20))
    await page.getByText(/large\.json: This file is too large .* Nothing was changed\./).waitFor({ timeout: 90_000 })
    await load('long.json', 'x'.repeat(11 << 20))
    await page.getByText('long.json: Loaded 1 exercise, but this browser has no room for exercise 22-safe-counter').waitFor({ timeout: 90_000 })
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
})
