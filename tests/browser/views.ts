/** The deck whose cells have views, one slide a kind of run. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { builtDeck } from '../../cli/deck/builtDeck.ts'
import { useStage } from '../support/stage.ts'
import { slideNumber } from './deck.ts'

export const viewSlide = { computing: 2, oneLock: 3, unrecorded: 4, tasks: 5, deadlock: 6, fifty: 7, queue: 8, one: 9, real: 10, many: 11, objects: 12, header: 13, chain: 14, cycle: 15, blocks: 16, bytes: 17, pools: 18, sends: 19, ownObjects: 20, usedAgain: 21, neverShrinks: 22, keptScattered: 23 } as const

/** Call it at the top of a test file: opens slides of the deck, each in a profile of its own. */
export function useViews() {
  const stage = useStage(() => builtDeck('tests/browser/views/slides.md'), { afresh: true })
  return async (path: string | number, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await stage.browser.newContext({ viewport: { width: 980, height: 552 }, ...options })).newPage()
    page.setDefaultTimeout(90_000)
    await page.goto(`${stage.served.url}#/${path}`)
    return page
  }
}

export interface Picture {
  root: Locator
  caption: Locator
  /** The play head, which keys work on. */
  head: Locator
  info: Locator
  tracks: Locator
  /** The letters at lines of the code, for instance `4: A`. */
  marks: () => Promise<string[]>
  button: (name: string) => Locator
}

/** The view of the cell that can be used: on the slide of the address, since in the reading view the neighbours' can be, too. */
export function picture(page: Page): Picture {
  const cell = page.locator(`[data-slidev-no="${slideNumber(page)}"] .python-cell:has(.cm-editor)`)
  const root = cell.getByRole('figure')
  return {
    root,
    caption: root.locator('figcaption, .caption'),
    head: root.getByRole('slider'),
    info: root.locator('.lane-info'),
    tracks: root.locator('.lane-tracks'),
    button: name => root.getByRole('button', { name, exact: true }),
    marks: () => cell.locator('.cm-lineNumbers').evaluate(gutter => [...gutter.querySelectorAll('.cm-gutterElement')]
      .filter(element => element.checkVisibility() && element.clientHeight > 1)
      .map((element, index) => [index + 1, element.querySelector('.line-chips') ? [...element.querySelectorAll('.line-chip')].map(chip => chip.textContent).join('') : ''] as const)
      .filter(([, letters]) => letters !== '').map(([line, letters]) => `${line}: ${letters}`)),
  }
}

/** The paths of one class in the picture. */
export async function paths(page: Page, kind: string): Promise<string[]> {
  const all = await picture(page).tracks.locator(`path.${kind}`).evaluateAll(found => found.map(path => path.getAttribute('d') ?? ''))
  return all.filter(Boolean)
}
