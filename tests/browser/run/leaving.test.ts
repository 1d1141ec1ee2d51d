/** What was typed into a cell is there again, however the slide was left. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { liveCell, show, slide, slideNumber, useDeck } from '../deck.ts'

const deck = useDeck()
/** What is waited for comes, also on a busy machine. */
const slowly = { timeout: 90_000 }
const mine = 'mine = 1\nprint("mine", mine)'

async function at(page: Page, number: number) {
  await expect.poll(() => slideNumber(page), slowly).toBe(number)
}

/** Waits until the editor of the slide has gone, as it does just after the slide. */
async function gone(page: Page) {
  await liveCell(page).root.and(page.locator(`[aria-label="inline/ask"]`)).waitFor({ state: 'detached' })
}

const ways: Record<string, (page: Page) => Promise<unknown>> = {
  async key(page) {
    await page.keyboard.press('ArrowRight')
    await at(page, slide.spin)
    await gone(page)
    await page.keyboard.press('ArrowLeft')
  },
  async mouse(page) {
    await page.mouse.move(60, 540)
    await page.getByRole('button', { name: /next slide/i }).click()
    await at(page, slide.spin)
    await gone(page)
    await page.getByRole('button', { name: /previous slide/i }).click()
  },
  async 'deep link'(page) {
    await show(page, slide.noCell)
    await gone(page)
    await show(page, slide.ask)
  },
  async 'an address typed into the bar'(page) {
    await page.goto('about:blank')
    await page.goto(`${deck.url()}#/${slide.ask}`)
  },
  async overview(page) {
    await page.keyboard.press('o')
    await page.getByRole('link', { name: /^Slide 9:/ }).click()
    await at(page, slide.noCell)
    await gone(page)
    await page.keyboard.press('o')
    await page.getByRole('link', { name: /^Slide 4:/ }).click()
  },
  async 'back button'(page) {
    await show(page, slide.noCell)
    await gone(page)
    await page.goBack()
  },
  async 'presenter’s lead'(page) {
    const presenter = await deck.open(`presenter/${slide.ask}`, { context: page.context() })
    await presenter.keyboard.press('ArrowRight')
    await at(page, slide.spin)
    await gone(page)
    await presenter.keyboard.press('ArrowLeft')
  },
  reload: page => page.reload(),
}

test.each(Object.entries(ways))('text outlasts leaving by %s, and is what is stored', async (_, leave) => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.write(mine)
  await page.keyboard.press('Escape')
  await leave(page)
  await at(page, slide.ask)
  await cell.editor.waitFor()
  expect(await cell.text()).toBe(mine)
  expect(await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('cell:')).map(([, text]) => String(text)))).toEqual([mine])
})

test('text outlasts a closed tab, even one that was closed while somebody typed', async () => {
  const page = await deck.open(`${slide.ask}`)
  await liveCell(page).write('half a tho')
  await page.close()
  const again = liveCell(await deck.open(`${slide.ask}`, { context: page.context() }))
  await again.editor.waitFor()
  expect(await again.text()).toBe('half a tho')
})

test('text stays, and the next run works, where the worker fell over', async () => {
  const page = await deck.open(`${slide.ask}`, {
    prepare: page => page.addInitScript(() => {
      const workers: Worker[] = []
      const Original = Worker
      window.Worker = class extends Original {
        constructor(...options: ConstructorParameters<typeof Worker>) {
          super(...options)
          workers.push(this)
        }
      }
      Object.assign(window, {
        /** As the browser tells it; the page then ends the worker. */
        fell: () => workers[0]!.dispatchEvent(new ErrorEvent('error', { message: 'ended by the test' })),
      })
    }),
  })
  const cell = liveCell(page)
  await cell.write('print("going", flush=True)\ninput()')
  await cell.press('Run')
  await cell.output.getByText('going').waitFor()
  await page.evaluate(() => (window as unknown as { fell: () => boolean }).fell())
  await cell.over(20)
  await show(page, slide.noCell)
  await gone(page)
  await show(page, slide.ask)
  await cell.editor.waitFor()
  expect(await cell.text()).toBe('print("going", flush=True)\ninput()')
  await cell.write(mine)
  await cell.press('Run')
  await expect.poll(() => cell.output.textContent(), { timeout: 90_000 }).toBe('mine 1\n')
})

test('Reset is taken back by Undo; an editor that comes anew does not undo what nobody typed', async () => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.editor.waitFor()
  const original = await cell.text()
  await cell.write(mine)
  await cell.press('Reset')
  await expect.poll(cell.text, slowly).toBe(original)
  await cell.editor.click()
  await page.keyboard.press('ControlOrMeta+Z')
  expect(await cell.text()).toBe(mine)
  await page.keyboard.press('Escape')
  await show(page, slide.noCell)
  await gone(page)
  await show(page, slide.ask)
  await cell.editor.click()
  await page.keyboard.press('ControlOrMeta+Z')
  expect(await cell.text()).toBe(mine)
})
