/// <reference lib="webworker" />
/** The browser's worker. */
import * as Comlink from 'comlink'
import { faultOfStatus, LoadError } from '../boot/downloads.ts'
import { createWorkerInterpreter } from './interpreter.ts'
import { closeRealm } from './walls/realm.ts'

/** The way to the page, which only this file has once the realm is closed. */
const page = {
  postMessage: postMessage.bind(self),
  addEventListener: addEventListener.bind(self),
  removeEventListener: removeEventListener.bind(self),
} as Comlink.Endpoint

Comlink.expose(createWorkerInterpreter(base => async (name, how) => {
  const response = await fetch(base + name, how).catch((error: unknown) => {
    throw new LoadError('network', String(error))
  })
  if (response.ok) return response
  throw new LoadError(faultOfStatus(response.status), `${name}: ${response.status}`)
}, closeRealm), page)
