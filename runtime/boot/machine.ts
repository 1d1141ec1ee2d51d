/**
 * Interpreters from a memory snapshot, many from one compiled WebAssembly module.
 *
 * This follows what `loadPyodide({ _loadSnapshot })` does in the pinned version of Pyodide, but
 * fetches and compiles once, writes only the pages in use, and bounds the memory. Where it fails,
 * `boot.ts` falls back to the public `loadPyodide`.
 */
import type { PyodideAPI } from 'pyodide'
import { fillByLot } from './entropy.ts'
import { limits } from '../limits.ts'
import { environment, type Manifest } from './manifest.ts'
import type { Snapshot, SnapshotState } from './snapshot.ts'

/** What every interpreter is made of, fetched and compiled, as it can be sent from worker to worker. */
export interface HandedParts {
  manifest: Manifest
  wasm: WebAssembly.Module
  stdlib: Uint8Array
  /** The files of `python/lab`: text by path. */
  lab: Record<string, string>
  /** The packed snapshot. */
  memory: Uint8Array
}

export interface Parts extends HandedParts {
  /** The default export of pyodide.asm.mjs. */
  createModule: (settings: object) => Promise<EmscriptenModule>
  snapshot: Snapshot
}

interface EmscriptenModule {
  HEAPU8: Uint8Array
  HEAPU32: Uint32Array
  FS: PyodideAPI['FS']
  ENV: Record<string, string>
  _Py_Version: number
  API: PyodideInternals
  growMemory: (bytes: number) => 1 | undefined
  locateFile: (path: string) => string
  addRunDependency: (name: string) => void
  removeRunDependency: (name: string) => void
}

interface PyodideInternals {
  config: object
  runtimeEnv: object
  lockFilePromise: Promise<object>
  pyVersionTuple: number[]
  sitePackages: string
  sys: { path: { insert: (index: number, path: string) => void } }
  _pyodide: { set_excepthook: () => void }
  packageIndexReady: Promise<void>
  finalizeBootstrap: (state: SnapshotState) => PyodideAPI
  initializeStreams: (stdin?: unknown, stdout?: unknown, stderr?: unknown) => void
}

/** Makes an interpreter whose memory is that of the snapshot. */
export async function createInterpreter(parts: Parts): Promise<PyodideAPI> {
  const { manifest, snapshot } = parts
  const config = {
    jsglobals: {},
    args: [],
    env: environment,
    packages: [],
    packageBaseUrl: '',
    packageCacheDir: '',
    indexURL: '',
    cdnUrl: '',
    enableRunUntilComplete: true,
    checkAPIVersion: true,
    lockFileContents: manifest.lock,
    _loadSnapshot: true,
  }
  const internals = { config, runtimeEnv, lockFilePromise: Promise.resolve(manifest.lock) }
  const { promise: noRoom, reject } = Promise.withResolvers<never>()
  const made = parts.createModule({
    noImageDecoding: true,
    noAudioDecoding: true,
    noWasmDecoding: false,
    noInitialRun: true,
    arguments: [],
    print: () => {},
    printErr: () => {},
    API: internals,
    preRun: [(started: EmscriptenModule) => furnish(started, parts)],
    locateFile: (path: string) => path,
    instantiateWasm: instantiator(parts.wasm, reject),
  })
  const module = await Promise.race([made, noRoom])
  const api = module.API
  if (module.HEAPU8.length < snapshot.heapBytes) module.growMemory(snapshot.heapBytes)
  snapshot.restore(module.HEAPU8)
  const pyodide = api.finalizeBootstrap(snapshot.state)
  api.sys.path.insert(0, '')
  api._pyodide.set_excepthook()
  await api.packageIndexReady
  api.initializeStreams(() => null, () => {}, () => {})
  return pyodide
}

/** Files and environment, as Pyodide's own start puts them. */
function furnish(module: EmscriptenModule, parts: Parts): void {
  const { FS, API } = module
  const version = module.HEAPU32[module._Py_Version >>> 2]!
  const [major, minor, micro] = [version >>> 24, version >>> 16 & 255, version >>> 8 & 255]
  API.pyVersionTuple = [major, minor, micro]
  API.sitePackages = `/lib/python${major}.${minor}/site-packages`
  FS.mkdirTree(API.sitePackages)
  FS.mkdirTree(`/lib/python${major}.${minor}/lib-dynload`)
  FS.writeFile(`/lib/python${major}${minor}.zip`, parts.stdlib, { canOwn: true })
  FS.mkdirTree(environment.HOME)
  FS.chdir(environment.HOME)
  Object.assign(module.ENV, environment)
}

interface WasmImports {
  env: Record<string, unknown>
  wasi_snapshot_preview1: { random_get: (address: number, size: number) => number }
}

/** Pyodide hears of no failure, and would wait for ever: `failed` is told. */
function instantiator(wasm: WebAssembly.Module, failed: (error: unknown) => void) {
  return (imports: WasmImports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): object => {
    const marker = Symbol('error marker')
    const { random_get } = imports.wasi_snapshot_preview1
    let memory: WebAssembly.Memory
    imports.wasi_snapshot_preview1.random_get = (address, size) =>
      fillByLot(() => new Uint8Array(memory.buffer, address >>> 0, size >>> 0)) ? 0 : random_get(address, size)
    const resize = imports.env.emscripten_resize_heap as (bytes: number) => boolean
    Object.assign(imports.env, {
      Jsv_GetError_import: () => marker,
      JsvError_Check: (value: unknown) => value === marker,
      emscripten_resize_heap: (bytes: number) => bytes >>> 0 <= limits.heapBytes && resize(bytes),
    })
    void WebAssembly.instantiate(wasm, imports as unknown as WebAssembly.Imports).then((instance) => {
      memory = instance.exports.memory as WebAssembly.Memory
      done(instance, wasm)
    }).catch(failed)
    return {}
  }
}

/** A worker of a browser, an ES module; one of Node passes for it (`passForBrowser.ts`). */
export const runtimeEnv = {
  IN_BUN: false,
  IN_DENO: false,
  IN_NODE: false,
  IN_SAFARI: false,
  IN_SHELL: false,
  IN_WORKERD: false,
  IN_BROWSER: true,
  IN_BROWSER_MAIN_THREAD: false,
  IN_BROWSER_WEB_WORKER: true,
  IN_NODE_COMMONJS: false,
  IN_NODE_ESM: false,
}
