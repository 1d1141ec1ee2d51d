import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../cli/deck/browser.ts'
import { measureFirstVisit } from '../../cli/deck/first-visit.ts'
import { serveSite } from '../../cli/deck/site.ts'
import { builtSite, runFirstCell, watch, writeFirstCell } from './support.ts'

const base = '/talk/'
/** A name that is not this machine's own: over plain http the browser then gives no service worker. */
const elsewhere = 'deck.test'

let folder: string
let browser: Browser
let temporary: string

beforeAll(async () => {
  folder = builtSite()
  temporary = await mkdtemp(join(tmpdir(), 'under-the-gil-'))
  browser = await launchChromium({ args: [`--host-resolver-rules=MAP ${elsewhere} 127.0.0.1`] })
})

afterAll(async () => {
  await browser?.close()
  await rm(temporary, { recursive: true, force: true })
})

/** The same site, published again with another page. */
async function secondEdition(): Promise<string> {
  const second = join(temporary, 'second')
  await cp(folder, second, { recursive: true })
  const page = (await readFile(join(second, 'index.html'), 'utf8')).replace('<title>', '<meta name="edition" content="second"><title>')
  const worker = await readFile(join(second, 'service-worker.js'), 'utf8')
  const revision = createHash('md5').update(page).digest('hex')
  const changed = worker.replace(/(\{"revision":")\w+(","url":"index\.html"\})/, `$1${revision}$2`)
  expect(changed).not.toBe(worker)
  for (const [name, text] of [['index.html', page], ['service-worker.js', changed]] as const) {
    await writeFile(join(second, name), text)
    for (const compressed of ['br', 'gz']) await rm(join(second, `${name}.${compressed}`), { force: true })
  }
  return second
}

test('runs Python with the network cut, under any path, and gives way to a new version; what was typed stays', async () => {
  const site = await serveSite(folder, { base })
  const { port, origin } = new URL(site.url)
  const context = await browser.newContext()
  const faults = await watch(context, origin)
  const page = await context.newPage()
  await page.goto(site.url)
  await page.getByText('ready offline').first().waitFor({ timeout: 90_000 })
  await writeFirstCell(page, site.url, 'print("typed before")')

  await site.close()
  await context.setOffline(true)
  await page.reload()
  expect((await runFirstCell(page, site.url)).trim()).toBe('typed before')
  await writeFirstCell(page, site.url, 'print("typed offline")')

  await context.setOffline(false)
  const again = await serveSite(await secondEdition(), { base, port: Number(port) })
  await page.reload()
  await page.getByRole('button', { name: /new version/ }).first().click({ timeout: 90_000 })
  await page.waitForSelector('meta[name=edition]', { state: 'attached' })
  expect((await runFirstCell(page, site.url)).trim()).toBe('typed offline')
  expect(faults).toEqual([])
  await context.close()
  await again.close()
})

test('works where the browser gives no service worker', async () => {
  const site = await serveSite(folder, { base })
  const { port } = new URL(site.url)
  const url = `http://${elsewhere}:${port}${base}`
  const context = await browser.newContext()
  const faults = await watch(context, new URL(url).origin)
  const page = await context.newPage()
  await page.goto(url)
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false)
  expect((await runFirstCell(page, url)).trim()).not.toBe('')
  expect(faults).toEqual([])
  await context.close()
  await site.close()
})

test('asks for little on a first visit', async () => {
  const requests = await measureFirstVisit(folder)
  const paths = requests.map(({ path }) => path)
  expect(paths).toContain('pyodide/pyodide.asm.wasm')
  expect(paths.filter(path => /\.map$|monaco|mermaid|katex/.test(path))).toEqual([])
  expect(paths.filter((path, index) => paths.indexOf(path) !== index), 'nothing is asked for twice').toEqual([])
  // Slides come in the background, as many as there is time for before the cell has run.
  const needed = requests.filter(({ path }) => !path.startsWith('assets/md-'))
  expect(needed.length).toBeLessThan(requests.length)
  expect(needed.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toBeLessThan(14)
})
