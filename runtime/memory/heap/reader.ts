/** Reads objects out of an interpreter's memory, from outside: no reference is taken and nothing of Python runs. */
import { visitContents, type Reference } from './contents.ts'
import { readType } from './kinds.ts'
import type { Layout } from '../layout/places.ts'
import { sizeOf } from './sizes.ts'
import type { TypeFacts } from './typeFacts.ts'
import { valueText } from './values.ts'
import type { Words } from '../layout/memoryWords.ts'

/** From so many references on, a count is a mark that nobody changes (`_Py_IMMORTAL_MINIMUM_REFCNT` of 32-bit builds). */
export const immortal = 2 ** 30

export interface HeapObject {
  address: number
  count: number
  type: TypeFacts
}

export interface Heap {
  layout: Layout
  words: Words
  /** The object at an address; null where there is none. */
  object: (address: number) => HeapObject | null
  /** As `sys.getsizeof` says; null where its type may count in its own way. */
  size: (object: HeapObject) => number | null
  /** The value of a number, a text, bytes, `None`, as Python shows it; null for all else. */
  value: (object: HeapObject) => string | null
  /** What it refers to, in its own order, at most `most` references. */
  contents: (object: HeapObject, most?: number) => Reference[]
  /** Forgets the types that it has met: classes die too, and others come to be where they were. */
  forget: () => void
}

export function createHeap(words: Words, layout: Layout): Heap {
  const types = new Map<number, TypeFacts | null>()

  function typeAt(address: number): TypeFacts | null {
    let type = types.get(address)
    if (type === undefined) types.set(address, type = readType(words, layout, address))
    return type
  }

  return {
    layout,
    words,
    object(address) {
      if (address <= 0 || address % 4 !== 0 || address >= words.length) return null
      const type = typeAt(words.word(address + layout.at.type))
      return type && { address, count: words.word(address + layout.at.count), type }
    },
    size: ({ type, address }) => sizeOf(words, layout, type, address),
    value: ({ type, address }) => valueText(words, layout, type, address),
    contents({ type, address }, most) {
      const found: Reference[] = []
      visitContents(words, layout, type, address, reference => found.push(reference), most)
      return found
    },
    forget: () => types.clear(),
  }
}
