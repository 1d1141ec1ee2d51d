/// <reference lib="webworker" />
/** The browser's worker. */
import * as Comlink from 'comlink'
import { NetworkError } from './boot.ts'
import { createWorkerInterpreter } from './interpreter.ts'

Comlink.expose(createWorkerInterpreter(base => async (name) => {
  try {
    const response = await fetch(base + name)
    if (response.ok) return response
    throw new NetworkError(`${name}: ${response.status}`)
  }
  catch (error) {
    throw new NetworkError(String(error))
  }
}))
