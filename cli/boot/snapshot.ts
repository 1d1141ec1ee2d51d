import { loadPyodide } from 'pyodide'
import { putLab } from '../../runtime/boot/boot.ts'
import { environment, labFolder } from '../../runtime/boot/manifest.ts'
import { packSnapshot } from '../../runtime/boot/snapshot.ts'
import { giveFlagsOfOpen } from './flagsOfOpen.ts'

/** What is imported before the memory is kept, so that no run has to wait for it. */
const imports = `
import sys
sys.path.insert(0, ${JSON.stringify(labFolder)})
import lab.engine
lab.engine.install()
import asyncio, collections, contextlib, dataclasses, functools, gc, io, linecache, queue
import random, threading, time, traceback, tracemalloc, types, typing, weakref
import concurrent.futures
import lab.grading.grade, lab.run.child, lab.run.program, lab.memory.specimens, lab.run.warm_up
`

/** Collects what the imports left behind. */
const tidy = 'import gc; gc.collect(); gc.collect(); gc.freeze(); del gc'

/** Starts Pyodide, imports what programs need, and returns its memory in the packed form. */
export async function takeSnapshot(lab: Record<string, string>): Promise<Uint8Array> {
  giveFlagsOfOpen()
  const { seal, createPyodideModule } = await sealableModule()
  const pyodide = await loadPyodide({ _makeSnapshot: true, env: { ...environment }, jsglobals: {}, createPyodideModule: createPyodideModule as never })
  putLab(pyodide, lab)
  pyodide.runPython(imports)
  pyodide.runPython(tidy)
  seal()
  clearFreeMemory((pyodide as unknown as { _module: Allocator })._module)
  return packSnapshot(pyodide.makeMemorySnapshot())
}

interface Allocator {
  HEAPU8: Uint8Array
  _malloc: (bytes: number) => number
  _free: (address: number) => void
}

/**
 * Overwrites what was freed with zeros, which pack well: takes all free blocks, the large ones first,
 * and gives them back. The memory must not be able to grow meanwhile.
 */
function clearFreeMemory(module: Allocator): void {
  const taken: number[] = []
  for (let bytes = 2 ** 20; bytes >= 16; bytes /= 2) {
    for (let address = module._malloc(bytes); address !== 0; address = module._malloc(bytes)) {
      module.HEAPU8.fill(0, address, address + bytes)
      taken.push(address)
    }
  }
  for (const address of taken) module._free(address)
}

interface Settings {
  thisProgram?: string
  instantiateWasm: (imports: { env: Record<string, unknown> }, done: unknown) => object
}

/** Pyodide's module, with a switch that keeps its memory from growing. */
async function sealableModule() {
  const { default: createModule } = await import('pyodide/pyodide.asm.mjs') as { default: (settings: Settings) => Promise<never> }
  let isSealed = false
  return {
    seal: () => isSealed = true,
    createPyodideModule: (settings: Settings) => createModule({
      ...settings,
      thisProgram: 'python', // else the environment names a path of this machine
      instantiateWasm: (imports, done) => {
        const resize = imports.env.emscripten_resize_heap as (bytes: number) => boolean
        imports.env.emscripten_resize_heap = (bytes: number) => !isSealed && resize(bytes)
        return settings.instantiateWasm(imports, done)
      },
    }),
  }
}
