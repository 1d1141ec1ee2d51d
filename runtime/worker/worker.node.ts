/** The worker of Node, for the terminal and the tests. */
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import * as Comlink from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { LoadError } from '../boot/downloads.ts'
import { createWorkerInterpreter } from './interpreter.ts'
import { passForBrowser } from './walls/passForBrowser.ts'
import { dropPermissions } from './walls/permissions.ts'
import { closeRealm } from './walls/realm.ts'

passForBrowser()

Comlink.expose(createWorkerInterpreter(base => async (name) => {
  try {
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
    return new Response(await readFile(new URL(name, base)), { headers: { 'content-type': type } })
  }
  catch (error) {
    throw new LoadError('network', String(error))
  }
}, () => {
  closeRealm()
  dropPermissions()
}), nodeEndpoint(parentPort!))
