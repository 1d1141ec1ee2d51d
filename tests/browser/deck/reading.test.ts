/** Guesses, explanations, words and contents: what a reader alone meets between the cells. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { liveCell, slideNumber, useDeck } from '../deck.ts'

const deck = useDeck()
const numbers = { guess: 12, words: 13 }

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run('.slidev-layout:not([style*="none"])', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }))
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

test('the cell waits for the guess, then runs; the answer is kept', async () => {
  const page = await deck.open(`${numbers.guess}`)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  expect(await cell.root.locator('.cell-output').isVisible()).toBe(false)
  expect(await cell.root.getByRole('button', { name: 'Run' }).isDisabled()).toBe(true)
  expect(await page.getByText('one of each stream').count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await page.getByRole('radio', { name: 'none' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'That is my guess' }).click()
  const answer = page.locator('.predict .answer:visible')
  await answer.getByText('Not so.').waitFor()
  expect(await answer.innerText()).toMatch(/^Your guess:\s+none/)
  expect(await page.getByText('one of each stream').count()).toBe(0)
  await page.getByRole('button', { name: 'Reasons' }).click()
  expect(await page.getByText('one of each stream').isVisible()).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Reasons' }).click()
  await cell.press('Run')
  await cell.over()
  expect(await cell.output.textContent()).toContain('to standard output')
  expect(await violations(page)).toEqual([])
  await page.reload()
  await answer.getByText('Not so.').waitFor()
})

test('who skips sees the recorded output at once', async () => {
  const page = await deck.open(`${numbers.guess}`)
  await page.getByRole('button', { name: 'Skip' }).click()
  await liveCell(page).output.getByText('to standard output').waitFor()
})

test('with several right choices all of them must be picked', async () => {
  const page = await deck.open(`${numbers.words}`)
  await page.getByRole('checkbox', { name: 'two' }).check()
  await page.getByRole('button', { name: 'That is my guess' }).click()
  await page.getByText('Not quite.').waitFor()
  await page.getByRole('button', { name: 'Guess again' }).click()
  await page.getByRole('checkbox', { name: 'two' }).check()
  await page.getByRole('checkbox', { name: 'three' }).check()
  await page.getByRole('button', { name: 'That is my guess' }).click()
  await page.getByText('Right.').waitFor()
})

test('an explanation opens by key and button, and closes by Escape', async () => {
  const page = await deck.open(`${numbers.guess}`)
  const panel = page.getByRole('region', { name: 'Why?' })
  await page.keyboard.press('e')
  await panel.waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Why?' }).click()
  await panel.waitFor()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page)).toBe(numbers.words)
  expect(await page.getByRole('region', { name: 'Why?' }).count()).toBe(0)
})

test('a word shows its definition and leads to the glossary; an unknown one is a word', async () => {
  const page = await deck.open(`${numbers.words}`)
  const word = page.getByRole('link', { name: 'count' })
  await word.focus()
  await page.getByRole('tooltip').getByText('kept with each object').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await page.getByRole('link', { name: 'a word' }).count()).toBe(0)
  await word.click()
  await page.getByRole('heading', { name: /^Glossary: .* to weak reference/ }).waitFor()
})

test('the contents open by key, show the parts and lead to a slide', async () => {
  const page = await deck.open('1')
  await page.keyboard.press('m')
  const contents = page.getByRole('dialog', { name: 'Contents' })
  await contents.waitFor()
  await contents.getByText('M6 Threads and races').click()
  await contents.getByRole('link', { name: /Make the counter safe/ }).click()
  await contents.waitFor({ state: 'hidden' })
  expect(slideNumber(page)).toBe(10)
  await page.keyboard.press('m')
  await contents.waitFor()
  await page.keyboard.press('Escape')
  await contents.waitFor({ state: 'hidden' })
})

test('the presenter sees the pace, from the slide that one goes on from; nobody else does', async () => {
  const page = await deck.open('presenter/1')
  const shown = page.locator('.pace')
  await shown.filter({ hasText: 'this slide 0 min' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await shown.filter({ hasText: 'you 0 min' }).waitFor()
  await page.evaluate(() => void (location.hash = '#/presenter/11'))
  await shown.filter({ hasText: 'plan 6 min · you 0 min (−6)' }).waitFor()
  await shown.click()
  await shown.filter({ hasText: 'plan 6 min · you 6 min (±0)' }).waitFor()
  const other = await deck.open('2')
  expect(await other.locator('.pace').count()).toBe(0)
})
