/** Every question of the deck: it and the output have room of their own, before the guess and after, whatever is printed. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readDeck } from '../../cli/readDeck.ts'
import { openDeck } from '../../cli/deck/deckPage.ts'
import { builtDeck } from '../support/deck.ts'
import { useStage } from '../support/stage.ts'

const { slides } = await readDeck()
const asking = slides.filter(({ content }) => content.includes('<Predict>')).map(({ index }) => index + 1)

const program = `for n in range(300):
    print(n, "a line that is too long for the pane and wraps")

def last():
    raise ValueError("the end")

last()
`

const stage = useStage(() => builtDeck())

/** What is wrong with the places of question, code and output on the slide, each in words. */
function misplaced(page: Page, slide: number): Promise<string[]> {
  return page.evaluate((number) => {
    const here = document.querySelector(`#slideshow [data-slidev-no="${number}"]`)!
    const box = (element: Element) => element.getBoundingClientRect()
    const shown = (selector: string) => [...here.querySelectorAll(selector)].filter(element => element.checkVisibility())
    const fold = Math.min(box(here).bottom, ...shown('.slide-foot').map(foot => box(foot).top))
    const question = here.querySelector('.predict')!
    const wrong: string[] = []
    for (const other of shown('.cell-output, .cell-code, .cell-bar')) {
      const [a, b] = [box(question), box(other)]
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (width > 1 && height > 1) wrong.push(`the question lies over ${other.className}: ${Math.round(width)} × ${Math.round(height)}`)
    }
    for (const part of [question, ...question.querySelectorAll('button, .choice'), ...shown('.python-cell, .cell-output')]) {
      if (box(part).bottom > fold + 1) wrong.push(`${part.className || part.textContent} ends ${Math.round(box(part).bottom - fold)} px below the fold`)
    }
    if (question.scrollHeight > question.clientHeight + 1) wrong.push(`the question is ${question.scrollHeight - question.clientHeight} px too tall`)
    for (const output of shown('.cell-output')) if (box(output).height < 60) wrong.push(`the output has ${Math.round(box(output).height)} px`)
    return wrong
  }, slide)
}

test('no question lies over the output, and nothing of it is below the fold', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })
  context.setDefaultTimeout(90_000)
  const { page, go } = await openDeck(await context.newPage(), stage.served.url)
  expect(asking.length).toBeGreaterThanOrEqual(15)
  const wrong: string[] = []
  for (const number of asking) {
    await go(number)
    const here = page.locator(`#slideshow [data-slidev-no="${number}"]`)
    const cell = here.locator('.python-cell')
    const look = async (when: string) => wrong.push(...(await misplaced(page, number)).map(what => `slide ${number}, ${when}: ${what}`))
    const press = (name: string) => here.getByRole('button', { name, exact: true }).click()
    await here.locator('.cm-content').waitFor()
    await look('before the guess')
    await here.getByRole('radio').first().check()
    await press('That is my guess')
    await here.locator('.badge-recorded').waitFor()
    await look('after the guess')
    expect(await here.locator('.predict .answer').innerText()).toMatch(/^Your guess:\s+\S.*[✓✗]/s)
    await press('Reasons')
    await look('with the reasons')
    await press('Reasons')
    await here.locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText(program)
    await page.keyboard.press('Escape')
    await look('after an edit')
    await press('Run')
    await cell.and(page.locator('[data-phase="over"]')).waitFor({ timeout: 90_000 })
    await here.getByText('ValueError: the end').waitFor()
    await look('after long output and a traceback')
    await press('Reset')
    await press('Guess again')
    await look('when guessing again')
  }
  expect(wrong).toEqual([])
  await context.close()
})
