/** Speedscope shows the trace that `lab run --trace` writes as it was meant. Its importer is in its page: this opens it there, and takes what Speedscope itself exports. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Download } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../../cli/deck/browser.ts'
import { toChromeTrace } from '../../../runtime/trace/lanes/chrome-trace.ts'
import { decodeTrace, type WireEvent } from '../../../runtime/trace/wire.ts'
import { oddTimes, oneLock } from '../../support/traces.ts'

/** Of Speedscope's file format, what is looked at. `O` opens a frame, `C` closes it; times in microseconds since the thread's first event. */
interface Exported {
  profiles: { name: string, endValue: number, events: { type: 'O' | 'C', frame: number, at: number }[] }[]
  shared: { frames: { name: string }[] }
}

const page = join(createRequire(import.meta.url).resolve('speedscope/package.json'), '../dist/release/index.html')
const folder = mkdtempSync(join(tmpdir(), 'speedscope-'))
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** What Speedscope made of a trace; a file is handed over as its own command does it, by a script that calls it. */
async function imported(wire: WireEvent[]): Promise<Exported> {
  const script = join(folder, 'profile.js')
  const content = Buffer.from(JSON.stringify(toChromeTrace(decodeTrace(wire), 'a.py'))).toString('base64')
  writeFileSync(script, `speedscope.loadFileFromBase64('a.json', '${content}')`)
  const tab = await browser.newPage()
  let saved: Download | null = null
  tab.once('download', download => void (saved = download))
  await tab.goto(`${pathToFileURL(page).href}#localProfilePath=${script}`)
  await expect.poll(async () => {
    await tab.keyboard.press('Control+s')
    return saved
  }, { timeout: 90_000, interval: 500 }).not.toBeNull()
  const exported = JSON.parse(readFileSync(await saved!.path(), 'utf8')) as Exported
  await tab.close()
  return exported
}

test('each thread and the GIL is a profile of its own, as long as it was', async () => {
  const { profiles } = await imported(oneLock())
  expect(profiles.map(({ name, endValue }) => [name, endValue])).toEqual([
    ['Python a.py (pid 1), MainThread (tid 1)', 200_110],
    ['Python a.py (pid 1), Thread-1 (deposit) (tid 2)', 100_060],
    ['Python a.py (pid 1), Thread-2 (deposit) (tid 3)', 200_080],
    ['The GIL (pid 2), held by (tid 1)', 200_110],
  ])
})

test('who has the GIL lets it go before another has it, however odd the times', async () => {
  const { profiles, shared } = await imported(oddTimes(400))
  const { events } = profiles.find(({ name }) => name.startsWith('The GIL'))!
  expect(events.length).toBeGreaterThan(800)
  expect(events.filter(({ type }, index) => type !== (index % 2 === 0 ? 'O' : 'C'))).toEqual([])
  // Speedscope adds an event's arguments to its name.
  expect(new Set(events.map(({ frame }) => shared.frames[frame]!.name))).toEqual(new Set(['MainThread {}', 'b {}']))
})
