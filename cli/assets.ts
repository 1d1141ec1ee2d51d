/** Puts the files that the interpreter is made of into public/pyodide/, its memory snapshot included. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { AssetFile, Manifest } from '../runtime/manifest.ts'
import { root } from './root.ts'

const target = join(root, 'public/pyodide')
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
  for (const file of ['cli/assets.ts', 'cli/mimalloc.ts', 'cli/snapshot.ts', 'runtime/snapshot.ts', 'runtime/manifest.ts']) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Whether the folder holds what its manifest says, made from what is there now. */
function isUpToDate(key: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')) as Manifest
    const { script, wasm, stdlib, lab, snapshot } = manifest
    const files = [script, wasm, stdlib, lab, ...(snapshot ? [snapshot] : [])]
    return manifest.key === key && files.every(file => statSync(join(target, file.name)).size === file.bytes)
  }
  catch {
    return false
  }
}

/** Where the files are made, before they take the place of the old ones all at once. */
const workshop = join(root, '.cache', `pyodide.${process.pid}`)

function put(name: string, content: Uint8Array | string): AssetFile {
  writeFileSync(join(workshop, name), content)
  return { name, bytes: Buffer.byteLength(content) }
}

function copy(name: string): AssetFile {
  cpSync(join(source, name), join(workshop, name))
  return { name, bytes: statSync(join(workshop, name)).size }
}

/** Puts the new files in the place of the old ones; another process may have been faster. */
function deliver(key: string): void {
  try {
    rmSync(target, { recursive: true, force: true })
    mkdirSync(join(root, 'public'), { recursive: true })
    renameSync(workshop, target)
  }
  catch (error) {
    if (!isUpToDate(key)) throw error
  }
  finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** Makes the assets where they are missing or old; returns whether anything was made. */
export async function prepareAssets(say: (line: string) => void = line => console.log(line)): Promise<boolean> {
  const lab = labSources()
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const key = keyOf(lab, version)
  if (isUpToDate(key)) return false
  mkdirSync(workshop, { recursive: true })
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
  deliver(key)
  const files = [manifest.script, manifest.wasm, manifest.stdlib, manifest.lab, ...(manifest.snapshot ? [manifest.snapshot] : [])]
  const megabytes = files.reduce((sum, file) => sum + file.bytes, 0) / 1e6
  say(`Prepared Python ${manifest.python} (Pyodide ${version}): ${files.length} files, ${megabytes.toFixed(1)} MB.`)
  return true
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
