/** A visitor of the built site: a browser that notes whatever it should not have to do. */
import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { listCells, type LiveCell } from '../../cli/run/cells.ts'
import { skipGuess } from '../../cli/deck/first-visit.ts'
import { root } from '../../cli/root.ts'
import { builtDeckFolder } from '../../cli/testing/steps.ts'

/** The folder that `npm run build` made; made now where a test is run by itself. */
export function builtSite(): string {
  if (process.env.BUILT_DECK) return process.env.BUILT_DECK
  const { status, stderr } = spawnSync(process.execPath, ['cli/build.ts', '--out', builtDeckFolder, '--no-measure'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The site could not be built.\n${stderr}`)
  return builtDeckFolder
}

/** The pattern of the chunk that holds a text of a slide: the smallest file that does. */
export async function chunkWith(folder: string, text: string): Promise<RegExp> {
  const names = (await readdir(join(folder, 'assets'))).filter(name => name.endsWith('.js'))
  const files = await Promise.all(names.map(async name => ({ name, content: await readFile(join(folder, 'assets', name), 'utf8') })))
  const holders = files.filter(({ content }) => content.includes(text)).sort((one, other) => one.content.length - other.content.length)
  if (holders.length === 0) throw new Error(`No chunk holds ${text}`)
  return new RegExp(`/assets/${holders[0]!.name.replaceAll('.', '\\.')}$`)
}

/** Requests to other origins, and what the page's policy forbade; in workers too, where the browser tells of them. */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const faults: string[] = []
  await context.exposeFunction('reportViolation', (text: string) => void faults.push(text))
  await context.addInitScript(() => {
    const report = (globalThis as unknown as { reportViolation: (text: string) => void }).reportViolation
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      report(`forbidden by ${violatedDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`))
  })
  context.on('request', request => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url())) faults.push(`asked for ${request.url()}`)
  })
  context.on('console', (message) => {
    if (/Content Security Policy|EvalError|unsafe-eval/i.test(message.text())) faults.push(message.text())
  })
  return faults
}

/** Goes to the first cell of the deck. */
export async function goToFirstCell(page: Page, url: string): Promise<{ cell: LiveCell, slide: Locator, group: Locator }> {
  const cell = (await listCells()).find(({ input }) => input.length === 0)!
  await page.locator('.slidev-layout').first().waitFor({ state: 'attached' })
  await page.goto(`${url}#/${cell.slide}`)
  const slide = page.locator(`#slideshow [data-slidev-no="${cell.slide}"]`)
  const group = slide.getByRole('group', { name: cell.snippet, exact: true })
  await group.getByRole('button', { name: 'Run' }).waitFor()
  return { cell, slide, group }
}

/** Writes `text` into the first cell of the deck, as a paste does. */
export async function writeFirstCell(page: Page, url: string, text: string): Promise<void> {
  const { group } = await goToFirstCell(page, url)
  await group.getByLabel('Code', { exact: true }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Escape')
}

/** Goes to the first cell of the deck, runs it, and returns what it printed. */
export async function runFirstCell(page: Page, url: string): Promise<string> {
  const { cell, slide, group } = await goToFirstCell(page, url)
  await skipGuess(slide)
  await group.getByRole('button', { name: 'Run' }).click()
  await page.locator(`[data-slidev-no="${cell.slide}"] [data-phase="over"]`).waitFor({ timeout: 90_000 })
  // Where Python did not run, the recorded output would stand there instead.
  await group.getByText(/^live · ran in /).waitFor()
  return group.getByRole('log').innerText()
}
