/** Values that the browser keeps, checked when they are read. */
import { useStorage } from '@vueuse/core'
import { effectScope, type Ref } from 'vue'
import type { z } from '../runtime/schema.ts'

/**
 * A value under `key` that is kept over visits. What cannot be read any more is put aside under another key, never thrown away;
 * a browser that refuses storage keeps the value while the page is open.
 *
 * @param follow windows of this browser show the same value
 */
export function useKept<T>(key: string, schema: z.ZodType<T>, initial: T, follow: boolean): Ref<T> {
  // Whoever asks first may leave its slide before others do: the value stays.
  return effectScope(true).run(() => useStorage<T>(key, initial, undefined, {
    writeDefaults: false,
    listenToStorageChanges: follow,
    onError: () => {},
    serializer: {
      read(text) {
        const value = parsed(text, schema)
        if (value !== null) return value
        putAside(key, text)
        return structuredClone(initial)
      },
      write: value => JSON.stringify(value),
    },
  }))!
}

function parsed<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  }
  catch {
    return null
  }
}

function putAside(key: string, text: string): void {
  try {
    localStorage.setItem(`${key}:unreadable`, text)
  }
  catch {
    // A full or forbidden storage keeps what it has.
  }
}
