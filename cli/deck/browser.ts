/** Where the browser is that tests, benchmarks and the export use. */
import { access, constants, readdir } from 'node:fs/promises'
import { delimiter, join, sep } from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe']

/** Where installers put a browser that is not on PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(folder => folder !== undefined)
    .map(folder => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
]

/**
 * The path of a Chromium: the one named by `CHROMIUM_PATH`, else one on PATH or in a usual place,
 * else one in Playwright's cache; null where there is none.
 * Throws an Error with one sentence where `CHROMIUM_PATH` names a file that cannot be run.
 */
export async function findChromium(): Promise<string | null> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (await canRun(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which is not a file that can be run.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  const onPath = folders.flatMap(folder => names.map(name => join(folder, name)))
  for (const path of [...onPath, ...usualPlaces, ...await cached()]) {
    if (await canRun(path)) return path
  }
  return null
}

/** Starts a headless Chromium that makes no request of its own; the caller closes it. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = await findChromium()
  if (executablePath === null) {
    throw new Error('No Chromium was found: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.')
  }
  const quiet = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath, ...options, args: [...quiet, ...options.args ?? []] })
}

/** Playwright's cache, of this version of Playwright first, then of any other. */
async function cached(): Promise<string[]> {
  const expected = chromium.executablePath()
  const parts = expected.split(sep)
  const revision = parts.findIndex(part => /^chromium-\d+$/.test(part))
  if (revision < 0) return [expected]
  const cache = parts.slice(0, revision).join(sep)
  const others = await readdir(cache).catch(() => [])
  const inside = parts.slice(revision + 1)
  return [expected, ...others.filter(name => /^chromium-\d+$/.test(name)).map(name => join(cache, name, ...inside))]
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(() => true, () => false)
}
