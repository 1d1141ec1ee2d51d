/** A server that does wrong: each load ends, with a sentence or well; Stop and Run answer; once the server is well, all can be had. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { launchChromium } from '../../cli/deck/browser.ts'
import { skipGuess } from '../../cli/deck/first-visit.ts'
import { faults, inWords, type Fault, type Place } from '../support/faults.ts'
import { openFaultyServer, type FaultyServer } from '../support/faultyServer.ts'
import { builtSite, chunkWith, goToFirstCell } from './support.ts'

let folder: string
let server: FaultyServer
let browser: Browser

beforeAll(async () => {
  folder = builtSite()
  server = await openFaultyServer(folder)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const slideFive = { address: '#/5', caption: 'Dashed: waiting; solid: computing.' }

interface Visit {
  page: Page
  url: string
  fault: Fault
  /** All is well from here on. */
  mend: () => void
}

async function visit(fault: Fault): Promise<Visit> {
  const file = fault.file === 'slide' ? await chunkWith(folder, slideFive.caption) : fault.file
  const url = server.begin(fault.name, file, fault.how)
  const page = await (await browser.newContext({ serviceWorkers: 'block', viewport: { width: 980, height: 552 } })).newPage()
  page.setDefaultTimeout(150_000)
  return { page, url, fault, mend: () => server.mend(fault.name) }
}

const alert = (page: Page | Locator, words: RegExp) => page.getByRole('alert').filter({ hasText: words }).first().waitFor()
const press = (where: Page | Locator, name: string) => where.getByRole('button', { name, exact: true }).first().click()

const places: Record<Place, (visit: Visit) => Promise<void>> = {
  async python({ page, url, fault, mend }) {
    await page.goto(url)
    const { group, slide } = await goToFirstCell(page, url)
    await skipGuess(slide)
    const ran = group.getByText(/^live · ran in /)
    await press(group, 'Run')
    if (!fault.told) return ran.waitFor()
    if (['never', 'stalls'].includes(fault.how.kind)) {
      await group.getByText(/Nothing has come for \d s; after 9 s it is given up/).waitFor()
      // On a busy machine the load may have been given up meanwhile, and Run stands there again.
      await press(group, 'Stop')
      await group.getByText(/^live · stopped/).or(group.getByRole('alert')).first().waitFor()
      await press(group, 'Run')
    }
    await alert(group, fault.told)
    mend()
    await press(group, 'Try again')
    await ran.waitFor()
  },

  async slide({ page, url, fault, mend }) {
    await page.goto(url + slideFive.address)
    await alert(page, fault.told!)
    mend()
    if (fault.how.kind === 'never') await press(page.locator('.part-trouble'), 'Reload')
    await page.getByText(slideFive.caption).first().waitFor()
  },

  async editor({ page, url, fault, mend }) {
    await page.goto(url)
    const { group } = await goToFirstCell(page, url)
    await alert(group, fault.told!)
    mend()
    // By itself.
    await group.getByLabel('Code', { exact: true }).waitFor()
  },

  async start({ page, url, fault, mend }) {
    await page.goto(url, { waitUntil: 'commit' })
    await alert(page, fault.told!)
    mend()
    await press(page.locator('.arrival-notice'), 'Try again')
    await page.locator('.slidev-layout:visible').first().waitFor()
    await page.locator('.arrival-notice').waitFor({ state: 'detached' })
  },

  presenter: visit => ownPage(visit, '#/presenter/1', '.slidev-presenter'),

  async search({ page, url, fault, mend }) {
    await page.goto(url)
    await page.locator('.slidev-layout:visible').first().waitFor()
    await page.keyboard.press('/')
    const dialog = page.getByRole('dialog', { name: 'Find in the deck' })
    await alert(dialog, fault.told!)
    mend()
    await press(dialog, 'Try again')
    await dialog.getByRole('combobox').fill('deadlock')
    await dialog.getByRole('option').first().waitFor()
  },
}

/** A page of Slidev’s own, in the place of which a plain notice stands. */
async function ownPage({ page, url, fault, mend }: Visit, address: string, there: string): Promise<void> {
  await page.goto(url + address)
  await alert(page, fault.told!)
  mend()
  await press(page.locator('.page-trouble'), fault.how.kind === 'never' ? 'Reload' : 'Try again')
  await page.locator(there).first().waitFor()
  await page.locator('.page-trouble').waitFor({ state: 'detached' })
}

test.concurrent.each(faults.map(fault => [`${fault.of} ${inWords(fault.how)}`, fault] as const))('%s', async (_, fault) => {
  const visited = await visit(fault)
  try {
    await places[fault.place](visited)
  }
  finally {
    await visited.page.context().close()
  }
})
