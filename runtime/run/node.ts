/** The runtime in Node: the same interpreter in a worker thread, for the terminal and the tests. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import type { Manifest } from '../boot/manifest.ts'
import { createSession } from './createSession.ts'
import type { Session } from './session.ts'
import type { WorkerHandle } from '../worker/slot.ts'

/** Where `npm run assets` puts the interpreter. */
export const assetsFolder = new URL('../../public/pyodide/', import.meta.url)

/** Opens a session on the interpreter assets at `base`, a folder's `file:` URL that ends in a slash; `single` has a worker a run and no spare. */
export function openNodeSession(base: URL = assetsFolder, { single = false } = {}): Session {
  return createSession(base.href, spawnNodeWorker, { single })
}

function spawnNodeWorker(): WorkerHandle {
  const worker = new Worker(fileURLToPath(new URL('../worker/worker.node.ts', import.meta.url)), { name: 'python' })
  let ended = false
  return {
    endpoint: nodeEndpoint(worker),
    onCrash: (listener) => {
      worker.on('error', error => listener(String(error)))
      worker.on('exit', () => ended || listener(''))
    },
    terminate: () => {
      ended = true
      return worker.terminate()
    },
  }
}

/** What the interpreter of the assets folder is made of. Throws where there is none yet. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('manifest.json', assetsFolder), 'utf8')) as Manifest
}
