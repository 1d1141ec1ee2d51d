/** What a test file shows, and the browser that it is shown in. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchChromium } from '../../cli/deck/browser.ts'

export interface Stage<Served> {
  /** What `serve` gave. */
  readonly served: Served
  readonly browser: Browser
}

/** Call it at the top of a test file. All is closed after its tests; with `afresh` the pages are after each. */
export function useStage<Served extends { close: () => Promise<void> }>(serve: () => Promise<Served>, { afresh = false } = {}): Stage<Served> {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launchChromium()])
  })
  if (afresh) afterEach(() => Promise.all(browser.contexts().map(context => context.close())).then(() => {}))
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })
  return { get served() { return served }, get browser() { return browser } }
}
