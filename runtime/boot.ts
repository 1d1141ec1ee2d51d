/** From an assets folder to interpreters: by the memory snapshot, or by a plain load where that fails. */
import { loadPyodide, type PyodideAPI } from 'pyodide'
import { createInterpreter, type HandedParts, type Parts } from './machine.ts'
import { environment, labFolder, type Manifest, type ReadAsset } from './manifest.ts'
import { readSnapshot } from './snapshot.ts'

export interface BootOptions {
  /** URL of the assets folder, with a slash at its end. */
  base: string
  read: ReadAsset
  /** Called with the part that is loaded, from 0 to 1. */
  progress: (part: number) => void
  /** False loads without the snapshot. */
  snapshot?: boolean
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

/** Fetches what an interpreter is made of. Rejects with what the reader rejects with where files are missing. */
export async function boot(options: BootOptions): Promise<Foundry> {
  if (options.handed) return build(await unpack(options.handed, options.base))
  const manifest = await (await options.read('manifest.json')).json() as Manifest
  const labText = options.read(manifest.lab.name).then(response => response.json() as Promise<Record<string, string>>)
  labText.catch(() => {})
  if (manifest.snapshot && options.snapshot !== false) {
    try {
      return await build(await gather(manifest, manifest.snapshot.name, labText, options))
    }
    catch (error) {
      const plain = await bootPlainly(manifest, labText, options.base).catch(() => {
        throw error
      })
      console.warn(`Python started without its memory snapshot, which is slower: ${String(error).slice(0, 300)}`)
      return plain
    }
  }
  return bootPlainly(manifest, labText, options.base)
}

async function build(parts: Parts): Promise<Foundry> {
  const create = async () => putLab(await createInterpreter(parts), parts.lab)
  const { createModule: _own, snapshot: _read, ...handed } = parts
  return { manifest: parts.manifest, fromSnapshot: true, create, first: await create(), parts: handed }
}

/** Adds what cannot be sent from worker to worker. */
async function unpack(handed: HandedParts, base: string): Promise<Parts> {
  return { ...handed, createModule: await importScript(base + handed.manifest.script.name), snapshot: readSnapshot(handed.memory) }
}

async function bootPlainly(manifest: Manifest, labText: Promise<Record<string, string>>, base: string): Promise<Foundry> {
  const lab = await labText
  const create = () => loadPlainly(manifest, lab, base)
  return { manifest, fromSnapshot: false, create, first: await create(), parts: null }
}

/** An asset that could not be fetched. */
export class NetworkError extends Error {
  override name = 'NetworkError'
}

async function gather(manifest: Manifest, snapshotName: string, labText: Promise<Record<string, string>>, options: BootOptions): Promise<Parts> {
  const { script, wasm, stdlib, snapshot } = manifest
  const sizes = [script.bytes, wasm.bytes, stdlib.bytes, snapshot!.bytes]
  const all = sizes.reduce((sum, bytes) => sum + bytes, 0)
  let loaded = 0
  const count = (bytes: number) => options.progress((loaded += bytes) / all)
  const [createModule, compiled, library, memory] = await Promise.all([
    importScript(options.base + script.name).then((made) => { count(script.bytes); return made }),
    options.read(wasm.name).then(compile)
      .then((made) => { count(wasm.bytes); return made }),
    options.read(stdlib.name).then(response => bytesOf(counted(response, count))),
    options.read(snapshotName).then(response =>
      bytesOf(counted(response, count).pipeThrough(new DecompressionStream('gzip')))),
  ])
  return { manifest, createModule, wasm: compiled, stdlib: library, lab: await labText, memory, snapshot: readSnapshot(memory) }
}

async function importScript(url: string): Promise<Parts['createModule']> {
  try {
    const module = await import(/* @vite-ignore */ url) as { default: Parts['createModule'] }
    return module.default
  }
  catch (error) {
    throw new NetworkError(String(error))
  }
}

/** Compiles while it arrives, where the host names the type of the file rightly. */
async function compile(response: Response): Promise<WebAssembly.Module> {
  const streams = response.headers.get('content-type')?.startsWith('application/wasm')
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await bodyOf(response.arrayBuffer()))
}

/** A body that breaks off is a lost network. */
async function bodyOf<T>(body: Promise<T>): Promise<T> {
  return body.catch((error: unknown) => {
    throw new NetworkError(String(error))
  })
}

type Bytes = Uint8Array<ArrayBuffer>

function counted(response: Response, count: (bytes: number) => void): ReadableStream<Bytes> {
  return response.body!.pipeThrough(new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      count(chunk.length)
      controller.enqueue(chunk)
    },
  }))
}

async function bytesOf(stream: ReadableStream<Bytes>): Promise<Bytes> {
  return new Uint8Array(await bodyOf(new Response(stream).arrayBuffer()))
}

async function loadPlainly(manifest: Manifest, lab: Record<string, string>, base: string): Promise<PyodideAPI> {
  const pyodide = putLab(await loadPyodide({
    indexURL: base.replace(/^file:\/\//, ''),
    lockFileContents: manifest.lock as never,
    packageBaseUrl: base,
    env: { ...environment },
    jsglobals: {},
  }), lab)
  pyodide.runPython(`import sys; sys.path.insert(0, ${JSON.stringify(labFolder)}); import lab.engine; lab.engine.install()`)
  return pyodide
}

/** The files of `python/lab`, for what is imported later and for `inspect`. */
export function putLab(pyodide: PyodideAPI, lab: Record<string, string>): PyodideAPI {
  for (const [path, text] of Object.entries(lab)) {
    const file = `${labFolder}/${path}`
    pyodide.FS.mkdirTree(file.replace(/\/[^/]*$/, ''))
    pyodide.FS.writeFile(file, text)
  }
  return pyodide
}
