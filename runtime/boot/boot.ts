/** From an assets folder to interpreters: by the memory snapshot, or by a plain load where that fails. */
import { loadPyodide, type PyodideAPI } from 'pyodide'
import { openDownloads, type Bytes, type Downloads, type LoadProgress } from './downloads.ts'
import { createInterpreter, runtimeEnv, type HandedParts, type Parts } from './machine.ts'
import { environment, labFolder, type AssetFile, type Manifest, type ReadAsset } from './manifest.ts'
import { readSnapshot } from './snapshot.ts'

export interface BootOptions {
  /** URL of the assets folder, with a slash at its end. */
  base: string
  read: ReadAsset
  progress: (progress: LoadProgress) => void
  /** Has `heard` called whenever something else comes by the same network. */
  listen?: (heard: () => void) => void
  /** What another worker has fetched and compiled already. */
  handed?: HandedParts | null
}

/** Makes one fresh interpreter after another, each as new. */
export interface Foundry {
  manifest: Manifest
  /** Whether interpreters come from the memory snapshot. */
  fromSnapshot: boolean
  create: () => Promise<PyodideAPI>
  /** One that was made to see that it can be done. */
  first: PyodideAPI
  /** What interpreters are made of, for other workers; null without the snapshot. */
  parts: HandedParts | null
}

/** What every interpreter is made of, as it came from the site. */
interface Fetched {
  manifest: Manifest
  createModule: Parts['createModule']
  wasm: { module: WebAssembly.Module, bytes: Bytes }
  stdlib: Bytes
  lab: Record<string, string>
  /** The packed snapshot, or why it did not come; null where there is none. */
  memory: Bytes | Error | null
}

/** Fetches what an interpreter is made of. Rejects with a LoadError where files do not come. */
export async function boot({ base, read, progress, listen, handed }: BootOptions): Promise<Foundry> {
  const files: AssetFile[] = []
  const downloads = openDownloads(read, () => files, progress)
  listen?.(downloads.heard)
  try {
    if (handed) return await build({ ...handed, createModule: await downloads.script(base, handed.manifest.script), snapshot: readSnapshot(handed.memory) })
    const manifest = await downloads.json<Manifest>('manifest.json', value => value?.format === 1)
    files.push(manifest.script, manifest.wasm, manifest.stdlib, manifest.lab, ...manifest.snapshot ? [manifest.snapshot] : [])
    return await buildFrom(await gather(manifest, base, downloads), base)
  }
  finally {
    downloads.end()
  }
}

async function gather(manifest: Manifest, base: string, downloads: Downloads): Promise<Fetched> {
  const { snapshot } = manifest
  const [createModule, wasm, stdlib, lab, memory] = await Promise.all([
    downloads.script<Parts['createModule']>(base, manifest.script),
    downloads.wasm(manifest.wasm),
    downloads.bytes(manifest.stdlib),
    downloads.json<Record<string, string>>(manifest.lab.name, value => typeof value === 'object', manifest.lab.bytes),
    snapshot && downloads.bytes(snapshot, () => new DecompressionStream('gzip')).catch((error: Error) => error),
  ])
  return { manifest, createModule, wasm, stdlib, lab, memory }
}

/** By the snapshot, or else without it: all that takes is here already. */
async function buildFrom(fetched: Fetched, base: string): Promise<Foundry> {
  const { memory, wasm, ...others } = fetched
  if (!memory) return buildPlainly(fetched, base)
  try {
    if (memory instanceof Error) throw memory
    return await build({ ...others, wasm: wasm.module, memory, snapshot: readSnapshot(memory) })
  }
  catch (error) {
    // Without room for one interpreter there is none for another.
    if (error instanceof RangeError) throw error
    console.warn(`Python started without its memory snapshot, which is slower: ${String(error).slice(0, 300)}`)
    return buildPlainly(fetched, base)
  }
}

async function build(parts: Parts): Promise<Foundry> {
  const create = async () => putLab(await createInterpreter(parts), parts.lab)
  const { createModule: _own, snapshot: _read, ...handed } = parts
  return { manifest: parts.manifest, fromSnapshot: true, create, first: await create(), parts: handed }
}

async function buildPlainly(fetched: Fetched, base: string): Promise<Foundry> {
  const create = () => loadPlainly(fetched, base)
  return { manifest: fetched.manifest, fromSnapshot: false, create, first: await create(), parts: null }
}

async function loadPlainly({ manifest, createModule, wasm, stdlib, lab }: Fetched, base: string): Promise<PyodideAPI> {
  const come: Record<string, Bytes> = { [manifest.wasm.name]: wasm.bytes, [manifest.stdlib.name]: stdlib }
  // Pyodide would ask for Node's modules there.
  const createPyodideModule = (settings: { API: object }) => {
    Object.assign(settings.API, { runtimeEnv })
    return createModule(settings)
  }
  const pyodide = putLab(await withFetched(come, () => loadPyodide({
    createPyodideModule: createPyodideModule as never,
    indexURL: base.replace(/^file:\/\//, ''),
    lockFileContents: manifest.lock as never,
    packageBaseUrl: base,
    env: { ...environment },
    jsglobals: {},
  })), lab)
  pyodide.runPython(`import sys; sys.path.insert(0, ${JSON.stringify(labFolder)}); import lab.engine; lab.engine.install()`)
  return pyodide
}

/** Pyodide asks for its files by itself, and waits for ever where one comes broken: in a browser it is given those that have come. */
async function withFetched<T>(files: Record<string, Bytes>, act: () => Promise<T>): Promise<T> {
  const { fetch } = globalThis
  globalThis.fetch = async (input, init) => {
    const name = (input instanceof Request ? input.url : String(input)).replace(/^.*\//, '')
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
    return files[name] ? new Response(files[name], { headers: { 'content-type': type } }) : fetch(input, init)
  }
  try {
    return await act()
  }
  finally {
    globalThis.fetch = fetch
  }
}

/** The files of `python/lab`, for what is imported later and for `inspect`. */
export function putLab(pyodide: PyodideAPI, lab: Record<string, string>): PyodideAPI {
  return putFiles(pyodide, labFolder, lab)
}

/** Writes files, texts by path, below a folder of the interpreter's file system. */
export function putFiles(pyodide: PyodideAPI, folder: string, files: Record<string, string>): PyodideAPI {
  for (const [path, text] of Object.entries(files)) {
    const file = `${folder}/${path}`
    pyodide.FS.mkdirTree(file.replace(/\/[^/]*$/, ''))
    pyodide.FS.writeFile(file, text)
  }
  return pyodide
}
