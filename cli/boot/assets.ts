/** Puts the files that the interpreter is made of into public/pyodide/, its memory snapshot included. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { AssetFile, Manifest } from '../../runtime/boot/manifest.ts'
import { root } from '../root.ts'

const usualTarget = join(root, 'public/pyodide')
const source = join(root, 'node_modules/pyodide')
const labFolder = join(root, 'python/lab')

/** Sources of `python/lab` by their path inside the interpreter. */
export function labSources(): Record<string, string> {
  const paths = readdirSync(labFolder, { recursive: true, encoding: 'utf8' }).map(path => path.replaceAll('\\', '/'))
  return Object.fromEntries(paths.filter(path => path.endsWith('.py')).sort()
    .map(path => [`lab/${path}`, readFileSync(join(labFolder, path), 'utf8')]))
}

/** Changes with everything that the assets are made from. */
function keyOf(lab: Record<string, string>, version: string): string {
  const hash = createHash('sha256').update(version).update(JSON.stringify(lab))
  for (const file of ['cli/boot/assets.ts', 'cli/boot/mimalloc.ts', 'cli/boot/snapshot.ts', 'runtime/boot/snapshot.ts', 'runtime/boot/manifest.ts']) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Whether the folder holds what its manifest says, made from what is there now. */
function isUpToDate(folder: string, key: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
    const { script, wasm, stdlib, lab, snapshot } = manifest
    const files = [script, wasm, stdlib, lab, ...(snapshot ? [snapshot] : [])]
    return manifest.key === key && files.every(file => statSync(join(folder, file.name)).size === file.bytes)
  }
  catch {
    return false
  }
}

/** Puts the new folder in the place of the old one, unless another process has been faster. */
function deliver(made: string, target: string, key: string): void {
  mkdirSync(dirname(target), { recursive: true })
  const old = `${made}.old`
  for (let attempts = 0; !isUpToDate(target, key); attempts++) {
    move(target, old, attempts)
    // Another may have delivered just before that: its folder goes back, since it may be read already.
    move(isUpToDate(old, key) ? old : made, target, attempts)
    rmSync(old, { recursive: true, force: true })
  }
}

/** Moves a folder if it is there and nothing is where it goes: another process may be at it, but not for ever. */
function move(from: string, to: string, attempts: number): void {
  try {
    renameSync(from, to)
  }
  catch (error) {
    const isOthers = ['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
    if (!isOthers || attempts > 20) throw error
  }
}

/** Makes the assets where they are missing or old; returns whether anything was made. */
export async function prepareAssets(say: (line: string) => void = line => console.log(line), target = usualTarget): Promise<boolean> {
  const lab = labSources()
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const key = keyOf(lab, version)
  if (isUpToDate(target, key)) return false
  mkdirSync(join(root, '.cache'), { recursive: true })
  const workshop = mkdtempSync(join(root, '.cache', 'pyodide.'))
  try {
    const made = await make(workshop, lab, version, key, say)
    deliver(workshop, target, key)
    say(made)
    return true
  }
  finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** Makes the files in an empty folder; returns what to say of them. */
async function make(folder: string, lab: Record<string, string>, version: string, key: string, say: (line: string) => void): Promise<string> {
  const put = (name: string, content: Uint8Array | string): AssetFile => {
    writeFileSync(join(folder, name), content)
    return { name, bytes: Buffer.byteLength(content) }
  }
  const copy = (name: string): AssetFile => {
    cpSync(join(source, name), join(folder, name))
    return { name, bytes: statSync(join(folder, name)).size }
  }
  const lock = JSON.parse(readFileSync(join(source, 'pyodide-lock.json'), 'utf8')) as Manifest['lock']
  const snapshot = await makeSnapshot(lab, say)
  const { findMimalloc } = await import('./mimalloc.ts')
  const manifest: Manifest = {
    format: 1,
    key,
    python: lock.info.python!,
    pyodide: version,
    lock: { info: lock.info, packages: {} },
    mimalloc: await findMimalloc(),
    script: copy('pyodide.asm.mjs'),
    wasm: copy('pyodide.asm.wasm'),
    stdlib: copy('python_stdlib.zip'),
    lab: put(`lab.${key}.json`, JSON.stringify(lab)),
    // Not named .gz: servers send such a file with Content-Encoding, and it would arrive inflated.
    snapshot: snapshot && put(`snapshot.${key}.gzip`, gzipSync(snapshot, { level: 9 })),
  }
  put('manifest.json', JSON.stringify(manifest))
  const files = [manifest.script, manifest.wasm, manifest.stdlib, manifest.lab, ...(manifest.snapshot ? [manifest.snapshot] : [])]
  const megabytes = files.reduce((sum, file) => sum + file.bytes, 0) / 1e6
  return `Prepared Python ${manifest.python} (Pyodide ${version}): ${files.length} files, ${megabytes.toFixed(1)} MB.`
}

async function makeSnapshot(lab: Record<string, string>, say: (line: string) => void): Promise<Uint8Array | null> {
  try {
    const { takeSnapshot } = await import('./snapshot.ts')
    return await takeSnapshot(lab)
  }
  catch (error) {
    say(`The memory snapshot could not be made, so Python will start more slowly: ${String(error).slice(0, 300)}`)
    return null
  }
}

if (import.meta.main) await prepareAssets()
