/**
 * `npm run build`: the deck as a static site in `dist/`, for any host and any path of it.
 * Ends with what a first visit downloads until the first cell has run.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { compressFolder } from './deck/compress.ts'
import { reportFirstVisit } from './deck/first-visit.ts'
import { isReplaceable } from './deck/replaceable.ts'
import { root } from './root.ts'

interface Options {
  out: string
  base: string
  notes: boolean
  measure: boolean
}

const options = new Command('npm run build --')
  .description('Builds the deck as a static site.')
  .option('--out <folder>', 'where to', 'dist')
  .option('--base <path>', 'the path it will be served under; ./ works under any', './')
  .option('--without-notes', 'leave the speaker notes out, and so the presenter view’s text')
  .option('--no-measure', 'do not measure what a first visit downloads')
  .parse()
  .opts<Options & { withoutNotes?: boolean }>()

const out = resolve(root, options.out)

/** Runs a script of ours or Slidev; what it says is shown only where it fails. */
function run(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status === 0) return
  console.error(`${stdout}\n${stderr}`)
  process.exit(status ?? 1)
}

if (!isReplaceable(out, names => names.includes('service-worker.js'))) {
  console.error(`${options.out} holds other files, which a build would delete: name an empty folder with --out.`)
  process.exit(1)
}
await rm(out, { recursive: true, force: true })
run('cli/readDeck.ts')
console.log('Preparing Python …')
run('cli/boot/assets.ts')
console.log('Building the deck …')
run('node_modules/@slidev/cli/bin/slidev.mjs', 'build', 'slides.md', '--out', out, '--base', options.base, ...options.withoutNotes ? ['--without-notes'] : [])
if (!existsSync(join(out, 'pyodide', 'manifest.json'))) {
  console.error('The site was built without its Python, since the files under public/pyodide/ went away meanwhile: build it again.')
  process.exit(1)
}
// Slides are named after the #, so that no host has to redirect anything.
await rm(join(out, '_redirects'), { force: true })

console.log('Compressing (a minute at the first time) …')
const written = await compressFolder(out)
console.log(`${written} compressed files lie beside the large ones.\n`)
if (options.measure) await reportFirstVisit(out)
console.log(`\nThe site is in ${options.out}. Look at it with: npm run preview${options.out === 'dist' ? '' : ` -- --dir ${options.out}`}`)
