/** Values that the browser keeps, checked when they are read. */
import { computed, shallowRef, type Ref } from 'vue'
import type { z } from '../../runtime/schema.ts'
import { keysFrom, onOtherWindow, readText, writeText } from './browserStorage.ts'
import { tell } from './keptNotes.ts'

export interface Keeping<T> {
  /** This window shows what others write, at once. */
  follow?: boolean
  /** Makes one value where another window has written `theirs` since this one knew `base`; without it the later one wins. */
  merge?: (mine: T, theirs: T, base: T) => T
  /** Another window has written over what this one wrote, and this one does not follow. */
  overtaken?: (theirs: T) => void
}

/** How a value becomes a text and comes back; throws where it cannot. A value that need not be kept is written as null. */
export interface Format<T> {
  read: (text: string) => T
  write: (value: T) => string | null
}

/** JSON that fits `schema`. */
export function jsonOf<T>(schema: z.ZodType<T>): Format<T> {
  return { read: text => schema.parse(JSON.parse(text)), write: value => JSON.stringify(value) }
}

/**
 * A value under `key` that is kept over visits; ask for it once a window, and change it as a whole. It is written at once, and with
 * what another window has written meanwhile. What cannot be read any more is put aside under another key, never thrown away.
 */
export function useKept<T>(key: string, schema: z.ZodType<T> | Format<T>, initial: T, { follow = false, merge, overtaken }: Keeping<T> = {}): Ref<T> {
  const format = 'parse' in schema ? jsonOf(schema) : schema
  /** As this window knows it. */
  let known = readText(key)
  let wrote = false
  const value = shallowRef(read(known))

  function read(text: string | null): T {
    if (text === null) return initial
    try {
      return format.read(text)
    }
    catch {
      putAside(key, text)
      return initial
    }
  }

  onOtherWindow(key, (text) => {
    if (follow) {
      known = text
      value.value = read(text)
    }
    else if (wrote && text !== null) {
      wrote = false
      overtaken?.(read(text))
    }
  })
  return computed({
    get: () => value.value,
    set(next) {
      const stored = readText(key)
      value.value = stored !== null && stored !== known && merge ? merge(next, read(stored), read(known)) : next
      known = format.write(value.value)
      wrote = true
      writeText(key, known)
    },
  })
}

/** Under the next free key, once. */
function putAside(key: string, text: string): void {
  const aside = `${key}:unreadable`
  const taken = keysFrom(aside)
  if (taken.some(other => readText(other) === text)) return
  const free = taken.length === 0 ? aside : `${aside}:${taken.length + 1}`
  writeText(free, text)
  tell({ kind: 'unreadable', of: key, key: free })
}
