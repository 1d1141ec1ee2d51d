/** Sees to it that there is a Chromium for the tests and the export; `node cli/deck/install-browser.ts` does only that. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './browser.ts'
import { root } from '../root.ts'

interface Way {
  says: string
  possible: () => boolean
  commands: [command: string, ...args: string[]][]
}

const ways: Way[] = [
  {
    says: 'No Chromium found; downloading the one that Playwright offers (about 150 MB, once) …',
    possible: () => true,
    commands: [[process.execPath, join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']],
  },
  {
    says: 'That did not work; installing Debian’s chromium with apt-get …',
    possible: () => process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    commands: [['apt-get', 'update', '-q'], ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium']],
  },
]

/** A Chromium that starts: what was downloaded may lack libraries of the system, on a small Linux. */
async function usable(): Promise<string | null> {
  const path = await findChromium()
  return path && process.platform === 'linux' && spawnSync(path, ['--version'], { stdio: 'ignore' }).status !== 0 ? null : path
}

/**
 * The path of a Chromium, installed where there was none.
 * Throws an Error with one sentence where that cannot be done.
 */
export async function installChromium(): Promise<string> {
  const found = await usable()
  if (found) return found
  for (const { says, commands } of ways.filter(way => way.possible())) {
    console.error(says)
    const done = commands.every(([command, ...args]) =>
      spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0)
    const installed = done ? await usable() : null
    if (installed) return installed
  }
  throw new Error('There is no Chromium here and none could be downloaded: install Chromium or Google Chrome, or set CHROMIUM_PATH to the path of one, then run the same command again.')
}

if (import.meta.main) {
  await installChromium().then(
    path => console.log(path),
    (error: Error) => { console.error(error.message); process.exitCode = 1 },
  )
}
