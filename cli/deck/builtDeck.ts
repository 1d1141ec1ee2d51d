/** The deck as a static site, built once for what the sources are now, and served on a free port. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import sirv from 'sirv'
import { root, slidev } from '../root.ts'

const cache = join(root, '.cache', 'deck')

/** What no build of `slides.md` reads; for node_modules the lock file stands. All else counts, so that nothing can be forgotten. */
const unread = ['node_modules', 'bench', 'dist', 'docs', 'findings', 'tests']

async function sources(entry: string): Promise<string[]> {
  const read = (await readdir(root)).filter(name => !name.startsWith('.') && !unread.includes(name)).sort()
  return dirname(entry) === '.' ? read : [...read, dirname(entry)]
}

export interface ServedDeck {
  /** Where the first slide is; ends with a slash. */
  url: string
  /** The addresses that were asked for so far. */
  asked: string[]
  close: () => Promise<void>
}

/**
 * Builds the deck where no build of these very sources exists, and serves it.
 * Processes that ask at once wait for one build. Throws an Error with Slidev's last words where the build fails.
 *
 * @param entry the Markdown file to build, relative to the project; another one than `slides.md` is a test's fixture
 */
export async function builtDeck(entry = 'slides.md'): Promise<ServedDeck> {
  // `npm test` has built the deck already.
  if (entry === 'slides.md' && process.env.BUILT_DECK) return serve(process.env.BUILT_DECK)
  const folder = join(cache, await digest(await sources(entry)))
  if (!await exists(folder)) await buildOnce(entry, folder)
  await utimes(folder, new Date(), new Date())
  return serve(folder)
}

/** Serves a folder of static files, on this machine only, as a host that sends no policy. */
export async function serve(folder: string): Promise<ServedDeck> {
  const files = sirv(folder, { dev: true })
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    files(request, response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}

async function buildOnce(entry: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  await forgetOld()
  const lock = `${folder}.lock`
  const mine = await mkdir(lock).then(() => true, () => false)
  if (mine) {
    const unfinished = `${folder}.unfinished`
    try {
      await promisify(execFile)(process.execPath, [slidev, 'build', resolve(root, entry), '--out', unfinished], { cwd: root, maxBuffer: 1 << 26 })
      await rename(unfinished, folder)
    }
    catch (error) {
      const { stdout, stderr } = error as { stdout?: string, stderr?: string }
      throw new Error(`The deck could not be built.\n${`${stdout ?? ''}${stderr ?? ''}`.slice(-3000)}`, { cause: error })
    }
    finally {
      await rm(unfinished, { recursive: true, force: true })
      await rm(lock, { recursive: true, force: true })
    }
    return
  }
  // The builder may have been killed.
  for (let waited = 0; await exists(lock); waited += 200) {
    await wait(200)
    if (waited > 180_000) await rm(lock, { recursive: true, force: true })
  }
  if (!await exists(folder)) await buildOnce(entry, folder)
}

/** A build goes twenty minutes after its last use, a lock that a killed process left after five. */
async function forgetOld(): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name)
    const mtimeMs = await stat(path).then(found => found.mtimeMs, () => Date.now())
    const limit = name.endsWith('.lock') ? 5 : 20
    if (Date.now() - mtimeMs > limit * 60_000) await rm(path, { recursive: true, force: true })
  }
}

/** A hash of the names and contents of files; of large ones, which scripts make, size and time do. */
async function digest(paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesIn(join(root, path))) {
      const { size, mtimeMs } = await stat(file)
      hash.update(file).update(size < 1 << 20 ? await readFile(file) : `${size} ${mtimeMs}`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (found === null) return []
  if (found.isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)).filter(file => !file.slice(path.length).includes('node_modules')).sort()
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false)
}
