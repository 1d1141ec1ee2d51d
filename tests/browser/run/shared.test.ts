/** The presenter's runs on the audience's windows, and nothing the other way. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchChromium } from '../../../cli/deck/browser.ts'
import { liveCell, slide, useDeck } from '../deck.ts'

const deck = useDeck()
const wide = { width: 1280, height: 800 }

async function presenterAndAudience() {
  const presenter = await deck.open(`presenter/${slide.streams}`, { viewport: wide })
  const audience = await deck.open(`${slide.streams}`, { context: presenter.context() })
  const [presenters, audiences] = [liveCell(presenter), liveCell(audience)]
  await presenters.editor.waitFor()
  await audiences.editor.waitFor()
  return { presenter, audience, presenters, audiences }
}

test('source, output and state of the presenter’s run show in the audience’s window, marked', async () => {
  const { presenters, audiences } = await presenterAndAudience()
  await presenters.write('import time\nprint("one")\ntime.sleep(60)')
  await presenters.press('Run')
  await audiences.output.getByText('one').waitFor()
  expect(await audiences.text()).toBe('import time\nprint("one")\ntime.sleep(60)')
  expect(await audiences.root.getByRole('status').textContent()).toBe('live · runningfrom the presenter')
  await presenters.press('Stop')
  await expect.poll(() => audiences.root.getByRole('status').textContent()).toMatch(/^live · stopped after/)

  await presenters.press('Reset')
  await expect.poll(() => audiences.root.getByRole('status').textContent()).toMatch(/^recorded/)
  expect(await audiences.text()).toContain('to standard output')
})

test('a window that opens later gets the state that is', async () => {
  const { presenter, presenters } = await presenterAndAudience()
  await presenters.write('print("for the late")')
  await presenters.press('Run')
  await presenters.over()
  const late = liveCell(await deck.open(`${slide.streams}`, { context: presenter.context() }))
  await late.output.getByText('for the late').waitFor()
})

test('what the audience types and runs stays in its window', async () => {
  const { presenters, audiences } = await presenterAndAudience()
  const before = await presenters.text()
  await audiences.write('print("mine alone")')
  await audiences.press('Run')
  await audiences.over()
  expect(await audiences.output.textContent()).toBe('mine alone\n')
  expect(await presenters.text()).toBe(before)
  expect(await presenters.root.getByRole('status').textContent()).toMatch(/^recorded/)
  expect(await presenters.output.textContent()).not.toContain('mine alone')
})

test('someone who types is not disturbed, and can look at the presenter’s run and come back', async () => {
  const { audience, presenters, audiences } = await presenterAndAudience()
  await audiences.write('print("half a tho')
  await presenters.press('Run')
  const shows = audiences.root.getByRole('button', { name: 'Presenter’s' })
  await shows.waitFor()
  expect(await audiences.text()).toBe('print("half a tho')
  await shows.click()
  expect(await audiences.root.getByRole('status').textContent()).toContain('from the presenter')
  await audience.getByRole('button', { name: 'Back to mine' }).click()
  expect(await audiences.text()).toBe('print("half a tho')
})

test('odd messages of other windows leave a cell as it is', async () => {
  const { audience, audiences } = await presenterAndAudience()
  const faults: string[] = []
  audience.on('pageerror', error => faults.push(error.message))
  const text = await audiences.text()
  const other = await deck.open(`${slide.noCell}`, { context: audience.context() })
  const good = { id: '1', source: 'x = 1', phase: { kind: 'over', result: { kind: 'done', duration: 1, virtual: 0 } }, output: [{ stream: 'stdout', text: 'shared' }], cut: null, prompt: null, trace: null, scenes: null, findings: null }
  const values = [null, 7, 'x', true, [], {}, [null], { kind: 'over' }]
  const messages: unknown[] = [
    ...values.map(runs => ({ runs, beat: 1 })),
    ...values.map(run => ({ runs: { 'streams.py': run }, beat: 'many' })),
    // What a program may be, and its run's name, is any text.
    ...Object.keys(good).flatMap(key => values.filter(value => value !== 'x').map(value => ({ runs: { 'streams.py': { ...good, id: `${key} ${JSON.stringify(value)}`, [key]: value } }, beat: 2 }))),
  ].filter(message => JSON.stringify(message) !== '{}')
  for (const message of messages) {
    await other.evaluate(data => new BroadcastChannel('cells / runs').postMessage(data), message)
    await audience.evaluate(() => new Promise(requestAnimationFrame))
  }
  await other.evaluate(data => new BroadcastChannel('cells / runs').postMessage(data), { runs: {}, beat: 3 })
  await expect.poll(audiences.text, { timeout: 90_000 }).toBe(text)
  await audiences.press('Run')
  await audiences.over(30)
  await audiences.output.getByText('standard output').waitFor()
  await other.evaluate(data => new BroadcastChannel('cells / runs').postMessage(data), { runs: { 'streams.py': { ...good, id: 'at last' } }, beat: 4 })
  await audiences.output.getByText('shared', { exact: true }).waitFor()
  expect(faults).toEqual([])
  expect(messages.length).toBeGreaterThan(70)
})

test('in development the run reaches another device, also one that comes late', async () => {
  const server = await startSlidev()
  const browser = await launchChromium()
  try {
    const device = async (path: string): Promise<Page> => {
      const page = await (await browser.newContext({ viewport: wide })).newPage()
      // The server makes the page when it is asked for it.
      await page.goto(`${server.url}#/${path}`, { timeout: 120_000 })
      return page
    }
    const presenters = liveCell(await device(`presenter/${slide.streams}`))
    const early = liveCell(await device(`${slide.streams}`))
    await presenters.editor.waitFor({ timeout: 90_000 })
    await early.editor.waitFor({ timeout: 90_000 })
    await presenters.write('print("over the wire")')
    await presenters.press('Run')
    await early.output.getByText('over the wire').waitFor()
    const late = liveCell(await device(`${slide.streams}`))
    await late.output.getByText('over the wire').waitFor()
    // A package that it finds late makes it reload all pages, and the presenter's run is gone.
    expect(server.said()).not.toContain('reloading')
  }
  finally {
    await browser.close()
    await server.stop()
  }
})

/** A real development server of the same deck. */
async function startSlidev(): Promise<{ url: string, said: () => string, stop: () => Promise<void> }> {
  const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
  const port = 20_000 + process.pid % 20_000
  const child = spawn(process.execPath, [
    path('../../../node_modules/@slidev/cli/bin/slidev.mjs'), path('../fixture/slides.md'), '--port', `${port}`, '--open', 'false',
  ], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      const address = /http:\/\/localhost:\d+\//.exec(said)?.[0]
      if (address) resolve(address)
    })
    child.on('exit', () => reject(new Error(`Slidev did not start: ${said}`)))
  })
  return {
    url,
    said: () => said,
    stop() {
      child.kill()
      return ended
    },
  }
}
