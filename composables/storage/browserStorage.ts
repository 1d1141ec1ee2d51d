/**
 * Texts that the browser keeps, by key. It may forbid that, be full, and other windows write there too: a text that it does not
 * take stays here while the page is open, and is told (`unkept`), so that it can be downloaded.
 */
import { shallowReactive } from 'vue'

/** What the browser did not take, by key. */
export const unkept = shallowReactive(new Map<string, string>())

const listeners = new Map<string, (text: string | null) => void>()

/** Nothing outlasts the page: the browser forbids storage, and offline/storage.js stands in for it. */
export function isForgetful(): boolean {
  const storage = openStorage()
  return storage === null || 'forgetful' in storage
}

/** The text under `key`; null where there is none. */
export function readText(key: string): string | null {
  if (unkept.has(key)) return unkept.get(key)!
  try {
    return openStorage()?.getItem(key) ?? null
  }
  catch {
    return null
  }
}

/** Keeps `text` under `key`, or forgets what is there. */
export function writeText(key: string, text: string | null): void {
  unkept.delete(key)
  if (!wrote(key, text)) unkept.set(key, text!)
  // What was too much before may have room by now.
  for (const [other, waiting] of unkept) {
    if (other !== key && wrote(other, waiting)) unkept.delete(other)
  }
}

/** All keys that begin with `prefix`, in order. */
export function keysFrom(prefix: string): string[] {
  const storage = openStorage()
  const stored = storage ? Array.from({ length: storage.length }, (_, index) => storage.key(index)!) : []
  return [...new Set([...stored, ...unkept.keys()])].filter(key => key.startsWith(prefix)).toSorted()
}

/** Calls `changed` when another window writes under `key`; one listener a key. */
export function onOtherWindow(key: string, changed: (text: string | null) => void): void {
  if (listeners.size === 0 && typeof window !== 'undefined') {
    window.addEventListener('storage', ({ key, newValue, storageArea }) => {
      if (key !== null && storageArea === openStorage()) listeners.get(key)?.(newValue)
    })
  }
  listeners.set(key, changed)
}

function wrote(key: string, text: string | null): boolean {
  try {
    const storage = openStorage()
    if (text === null) storage?.removeItem(key)
    else if (storage) storage.setItem(key, text)
    else return false
    return true
  }
  catch {
    // Where nothing may be written, nothing is there to be forgotten.
    return text === null
  }
}

function openStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  }
  catch {
    return null
  }
}
