/** Working on an exercise: check, witness, hints, solution, what is kept, the zip, the keyboard, a phone. */
import { readFile } from 'node:fs/promises'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'
import { show, slideNumber, useDeck } from '../deck.ts'

const deck = useDeck()
const numbers = { counter: 10, parent: 11, progress: 17 }
const file = (path: string) => readFile(`${root}exercises/${path}`, 'utf8')

async function bench(page: Page) {
  const place = page.locator('.bench:has(.cm-content):visible')
  await place.waitFor()
  const press = (name: string | RegExp) => place.getByRole('button', { name, exact: typeof name === 'string' }).click()
  const summary = place.locator('.check-list .summary')
  return {
    place,
    press,
    tab: (name: RegExp) => place.getByRole('tab', { name }).click(),
    summary,
    async write(text: string) {
      await place.locator('.exercise-code .cm-content').click()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(text.trimEnd())
      await page.keyboard.press('Escape')
    },
    text: async () => (await place.locator('.exercise-code .cm-line').allTextContents()).join('\n'),
    async check() {
      await press('Check')
      await summary.filter({ hasText: /pass|line|raise|Error/ }).and(place.locator(':not(:text("Checking"))')).waitFor({ timeout: 90_000 })
      await place.getByRole('button', { name: 'Check', exact: true }).waitFor({ timeout: 90_000 })
      return (await summary.textContent())!.trim()
    },
  }
}

async function open(number: number, options = {}) {
  const page = await deck.open(`${number}`, options)
  page.setDefaultTimeout(90_000)
  return { page, ...await bench(page) }
}

async function violations(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(place => (window as unknown as { axe: typeof axe }).axe.run(place, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }), selector)
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

test('the starter fails with the schedule that shows why, the solution passes, and the points are kept', async () => {
  const { page, place, check, write, text } = await open(numbers.counter)
  expect(await check()).toMatch(/^3 of 5 checks pass\./)
  expect(await place.locator('li.fail').count()).toBe(2)
  expect(await place.locator('li.fail .message').first().textContent()).toContain('expected (2, 2)')
  const rows = place.getByRole('group', { name: 'The failing schedule, step by step' }).locator('tbody tr')
  expect(await rows.count()).toBeGreaterThanOrEqual(4)
  await rows.nth(1).click()
  expect(await place.locator('.exercise-code .line-chip').count()).toBe(1)
  await place.getByRole('button', { name: 'Timeline' }).click()
  await place.getByRole('button', { name: 'Play' }).waitFor()
  expect(await violations(page, '.bench')).toEqual([])

  const solution = await file('22-safe-counter/solution.py')
  await write(solution)
  expect(await place.locator('.summary').textContent()).toContain('before the last edit')
  expect(await check()).toMatch(/^All 5 checks pass\./)
  await page.reload()
  const again = await bench(page)
  expect(await again.text()).toBe(solution.trimEnd())
  await again.tab(/Checks/)
  expect(await again.summary.textContent()).toContain('Solved, with 2 attempts.')
  expect(await text()).toBe(solution.trimEnd())
})

test('who holds an object is drawn', async () => {
  const { place, check } = await open(numbers.parent)
  expect(await check()).toMatch(/^2 of 4 checks pass\./)
  const picture = place.getByRole('img', { name: /refers to Node by/ })
  await picture.waitFor()
  expect(await picture.locator('.box').count()).toBeGreaterThanOrEqual(2)
})

test('an answer that does not parse gets one sentence, and nothing is lost', async () => {
  const { place, check, write, text } = await open(numbers.counter)
  await write('class Counter(:')
  await check()
  expect(await place.locator('.summary.problem').count()).toBe(1)
  expect(await text()).toBe('class Counter(:')
})

test('Stop works while checking, and Run shows what the answer prints', async () => {
  const { place, press, write, check } = await open(numbers.counter)
  await write('while True: pass')
  await press('Check')
  await place.getByText(/Checking|begin|loading/).first().waitFor()
  await press('Stop')
  await place.getByRole('button', { name: 'Check', exact: true }).waitFor()
  await write('print("from", __name__)')
  await press('Run')
  await place.getByRole('log').getByText('from __main__').waitFor()
  expect(await check()).toMatch(/^0 of 5 checks pass\./)
})

test('Start over brings the starter, Undo the answer', async () => {
  const { press, write, text } = await open(numbers.counter)
  await write('x = 1')
  await press('Start over')
  expect(await text()).toBe((await file('22-safe-counter/starter.py')).trimEnd())
  await press('Undo')
  expect(await text()).toBe('x = 1')
})

test('hints come one at a time; the solution after asking twice, beside the answer', async () => {
  const { page, place, tab, press } = await open(numbers.counter)
  await tab(/Hints/)
  expect(await place.locator('.ladder li').count()).toBe(0)
  for (const count of [1, 2, 3]) {
    await press(/hint \(/)
    expect(await place.locator('.ladder li').count()).toBe(count)
  }
  expect(await place.getByRole('button', { name: /hint \(/ }).count()).toBe(0)
  await tab(/Solution/)
  await press('Show the solution')
  expect(await place.locator('.cm-mergeView').count()).toBe(0)
  await press('Yes, show the solution')
  await place.locator('.cm-mergeView').waitFor()
  expect(await place.locator('.cm-merge-b .cm-content').textContent()).toContain('threading.Lock()')
  expect(await place.locator('.cm-merge-b .cm-changedLine').count()).toBeGreaterThan(0)
  expect(await violations(page, '.bench .diff')).toEqual([])
  await page.keyboard.press('Escape')
  expect(await place.locator('.cm-mergeView').count()).toBe(0)
  expect(slideNumber(page)).toBe(numbers.counter)
})

test('what the browser keeps is checked: a broken entry is put aside, an older version’s answer is offered', async () => {
  const prepare = (page: Page) => page.addInitScript(() => {
    localStorage.setItem('exercise:22-safe-counter', '{"x": {"answer": 5}}')
    localStorage.setItem('exercise:04-weak-parent', JSON.stringify({ older: { answer: 'old = 1', attempts: 1, points: 2, passed: false, seconds: 5, hints: 0, asked: 0, at: '2026-01-01' } }))
  })
  const { page, text } = await open(numbers.counter, { prepare })
  expect(await text()).toContain('class Counter')
  expect(await page.evaluate(() => localStorage.getItem('exercise:22-safe-counter:unreadable'))).toBe('{"x": {"answer": 5}}')
  await show(page, numbers.parent)
  const other = await bench(page)
  await other.press('Take my earlier answer')
  expect(await other.text()).toBe('old = 1')
})

test('work goes home as a zip and comes back, after asking before it replaces anything', async () => {
  const { page, write } = await open(numbers.counter)
  await write('mine = 1')
  await show(page, numbers.progress)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Take my work home' }).click()])
  const zip = await readFile(await download.path())
  await show(page, numbers.counter)
  await (await bench(page)).write('later = 2')
  await show(page, numbers.progress)
  const field = page.getByLabel('A file with saved work')
  await field.setInputFiles({ name: 'bad.zip', mimeType: 'application/zip', buffer: Buffer.from('PK nothing') })
  await page.getByText(/bad\.zip: This zip holds no work .* Nothing was changed\./).waitFor()
  await field.setInputFiles({ name: 'work.zip', mimeType: 'application/zip', buffer: zip })
  await page.getByRole('alertdialog', { name: 'Load' }).waitFor()
  expect(await violations(page, '.progress-page')).toEqual([])
  await page.getByRole('button', { name: 'Replace mine' }).click()
  await page.getByText('work.zip: Loaded 1 exercise.').waitFor()
  await show(page, numbers.counter)
  expect(await (await bench(page)).text()).toBe('mine = 1')
  await (await bench(page)).press('History')
  await page.getByRole('dialog', { name: /^History of/ }).locator('li button').filter({ hasText: 'later = 2' }).click()
  expect(await (await bench(page)).text()).toBe('later = 2')
})

test('the tabs and the enlarged exercise work by keyboard, and the slide stays', async () => {
  const { page, place } = await open(numbers.counter)
  await place.getByRole('tab', { name: 'Task' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await place.getByRole('tab', { name: /Checks/ }).getAttribute('aria-selected')).toBe('true')
  await place.getByRole('button', { name: 'Enlarge' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Make the counter safe' })
  await dialog.waitFor()
  expect((await dialog.boundingBox())!.width).toBe(980)
  await page.keyboard.press('ArrowRight')
  expect(slideNumber(page)).toBe(numbers.counter)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => place.getByRole('button', { name: 'Enlarge' }).evaluate(button => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page)).toBe(numbers.parent)
})

test('on a phone it is worked on over the whole screen, nothing wider than that, the code 14 px', async () => {
  const page = await deck.open(`${numbers.counter}`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  page.setDefaultTimeout(90_000)
  await page.locator(`[data-slidev-no="${numbers.counter}"]`).getByRole('button', { name: 'Work on it' }).tap()
  const { check, place } = await bench(page)
  expect(await place.locator('.cm-line').first().evaluate(line => getComputedStyle(line).fontSize)).toBe('14px')
  expect(await check()).toMatch(/^3 of 5/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await place.evaluate(element => element.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await violations(page, '.exercise-enlarged')).toEqual([])
})
