import { loadPyodide } from 'pyodide'
import { environment, labFolder } from '../runtime/manifest.ts'
import { packSnapshot } from '../runtime/snapshot.ts'

/** What is imported before the memory is kept, so that no run has to wait for it. */
const imports = `
import sys
sys.path.insert(0, ${JSON.stringify(labFolder)})
import asyncio, collections, contextlib, dataclasses, functools, gc, io, linecache, queue
import random, threading, time, traceback, tracemalloc, types, typing, weakref
import concurrent.futures
import lab.program
`

/** Frees and then clears what is free, so that it packs well. */
const tidy = `
import gc
gc.collect()
gc.collect()
del gc
`

/** Starts Pyodide, imports what programs need, and returns its memory in the packed form. */
export async function takeSnapshot(lab: Record<string, string>): Promise<Uint8Array> {
  const pyodide = await loadPyodide({ _makeSnapshot: true, env: { ...environment }, jsglobals: {} })
  for (const [path, text] of Object.entries(lab)) {
    const file = `${labFolder}/${path}`
    pyodide.FS.mkdirTree(file.replace(/\/[^/]*$/, ''))
    pyodide.FS.writeFile(file, text)
  }
  pyodide.runPython(imports)
  pyodide.runPython(tidy)
  return packSnapshot(pyodide.makeMemorySnapshot())
}
