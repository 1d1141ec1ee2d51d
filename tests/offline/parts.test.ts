/** Parts of the site that do not come: what is said, and that they come later. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listCells } from '../../cli/run/cells.ts'
import { serveSite } from '../../cli/deck/site.ts'
import { useStage } from '../support/stage.ts'
import { builtSite, chunkWith } from './support.ts'

const folder = builtSite()
const stage = useStage(() => serveSite(folder), { afresh: true })

/** `here`: files come; `gone`: the server is there, and they are not; `cut`: nothing answers any more. */
type Network = 'here' | 'gone' | 'cut'

interface Visit {
  page: Page
  network: Network
  /** What the server has for its page, where it is another one than was loaded. */
  newPage: string | null
}

/** Opens a slide while the files that fit `pattern` do not come. */
async function visit(path: string, pattern: RegExp, network: Network, newPage: string | null = null): Promise<Visit> {
  const page = await (await stage.browser.newContext({ serviceWorkers: 'block', viewport: { width: 980, height: 552 } })).newPage()
  const state: Visit = { page, network, newPage }
  await page.route(pattern, route => state.network === 'here' ? route.continue() : state.network === 'gone' ? route.fulfill({ status: 404 }) : route.abort())
  await page.route(stage.served.url, (route) => {
    if (route.request().resourceType() === 'document') return route.continue()
    return state.network === 'cut' ? route.abort() : state.newPage === null ? route.continue() : route.fulfill({ body: state.newPage, contentType: 'text/html' })
  })
  await page.goto(`${stage.served.url}${path}`)
  return state
}

const caption = 'Dashed: waiting; solid: computing.'
const alert = (page: Page) => page.locator('.part-trouble[role=alert]').first()

test('a slide that did not come says that the network is gone, and comes by itself', async () => {
  const state = await visit('#/5', await chunkWith(folder, caption), 'cut')
  await alert(state.page).getByText('the network is gone').waitFor()
  state.network = 'here'
  await state.page.getByText(caption).first().waitFor()
  expect(await state.page.locator('.part-trouble').count()).toBe(0)
})

test('after a newer version was published, a chunk that is gone is no fault of the network', async () => {
  const state = await visit('#/5', await chunkWith(folder, caption), 'gone', '<!doctype html><script type="module" src="./assets/index-other.js"></script>')
  await alert(state.page).getByText('A newer version of this deck has been published').waitFor()
  state.network = 'here'
  await alert(state.page).getByRole('button', { name: 'Reload' }).click()
  await state.page.getByText(caption).first().waitFor()
})

test('an editor that did not come leaves the listing, and comes later with its style', async () => {
  const cell = (await listCells()).find(({ input }) => input.length === 0)!
  const state = await visit(`#/${cell.slide}`, /\/assets\/(?:CodeEditor|codeMirror)-/, 'cut')
  const group = state.page.locator(`#slideshow [data-slidev-no="${cell.slide}"]`).getByRole('group', { name: cell.snippet, exact: true })
  await group.getByRole('alert').getByText('the network is gone').waitFor()
  expect(await group.locator('.cell-listing').innerText()).toContain(cell.source.split('\n')[0]!)
  state.network = 'here'
  await group.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  const editor = group.getByLabel('Code', { exact: true })
  await editor.waitFor()
  expect(await editor.getAttribute('aria-description')).toMatch(/^Escape leaves the editor\. Tab indents/)
  expect(await group.locator('.code-editor').evaluate(element => getComputedStyle(element).minHeight)).toBe('0px')
})
