/** A deck of live cells, one slide a behaviour, built as any deck is and opened in a real browser. */
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { builtDeck } from '../../cli/deck/builtDeck.ts'
import { useStage } from '../support/stage.ts'

/** The slides of tests/browser/fixture/slides.md. */
export const slide = { cover: 1, streams: 2, fails: 3, ask: 4, spin: 5, html: 6, flood: 7, unrecorded: 8, noCell: 9 } as const

export interface Stage {
  /** Opens one more page, in a browser profile of its own unless `context` is given. */
  open: (path: string, options?: { context?: BrowserContext, prepare?: (page: Page) => Promise<unknown> } & BrowserContextOptions) => Promise<Page>
  /** Where the deck is served; ends with a slash. */
  url: () => string
  /** The addresses that were asked for so far. */
  asked: () => string[]
}

/** Call it at the top of a test file; pages are closed after each test. */
export function useDeck(): Stage {
  const stage = useStage(() => builtDeck('tests/browser/fixture/slides.md'), { afresh: true })
  return {
    url: () => stage.served.url,
    asked: () => stage.served.asked,
    async open(path, { context, prepare, ...options } = {}) {
      const within = context ?? await stage.browser.newContext({ viewport: { width: 980, height: 552 }, ...options })
      const page = await within.newPage()
      page.setDefaultTimeout(90_000)
      await prepare?.(page)
      await page.goto(`${stage.served.url}#/${path}`)
      await page.locator('.slidev-layout:visible').first().waitFor()
      return page
    },
  }
}

export interface Cell {
  root: Locator
  editor: Locator
  output: Locator
  /** The run that was asked for has ended, within so many seconds. */
  over: (seconds?: number) => Promise<void>
  press: (name: 'Run' | 'Stop' | 'Reset' | 'Copy') => Promise<void>
  /** Replaces the text as a paste does, and leaves the cursor in the editor. */
  write: (text: string) => Promise<void>
  text: () => Promise<string>
}

/** The cell that can be used: the one on the slide that is showing; in the reading view the neighbours' can be, too, so `number` names the slide. */
export function liveCell(page: Page, number?: number): Cell {
  const root = page.locator(`${number === undefined ? '' : `[data-slidev-no="${number}"] `}.python-cell:has(.cm-editor)`)
  const editor = root.getByLabel('Code', { exact: true })
  return {
    root,
    editor,
    output: root.getByRole('log'),
    over: (seconds = 10) => root.and(page.locator('[data-phase="over"]')).waitFor({ timeout: seconds * 1000 }),
    press: name => root.getByRole('button', { name, exact: true }).click(),
    async write(text) {
      await editor.click()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(text)
    },
    text: async () => (await editor.locator('.cm-line').allTextContents()).join('\n'),
  }
}

/** The number of the slide that is showing, as the address says. */
export function slideNumber(page: Page): number {
  return Number(/#\/(?:presenter\/)?(\d+)/.exec(page.url())?.[1])
}

/** Shows another slide without loading the page again. */
export async function show(page: Page, number: number): Promise<void> {
  await page.evaluate(hash => void (location.hash = hash), `#/${number}`)
  await page.locator(`[data-slidev-no="${number}"]`).first().waitFor()
}
