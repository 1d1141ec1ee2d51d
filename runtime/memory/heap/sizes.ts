/** How large an object is, as `sys.getsizeof` says, which asks its type's `__sizeof__`: of an instance without what its attributes take. */
import { roomOf } from '../layout/containers.ts'
import type { Layout } from '../layout/places.ts'
import { digitsOf } from './values.ts'
import type { TypeFacts } from './typeFacts.ts'
import { type Words, wordBytes } from '../layout/memoryWords.ts'

/** Bytes of an object; null where its type may count in its own way. */
export function sizeOf(words: Words, layout: Layout, type: TypeFacts, address: number): number | null {
  const own = ownSize(words, layout, type, address)
  return own === null ? null : own + type.before
}

function ownSize(words: Words, layout: Layout, type: TypeFacts, address: number): number | null {
  const { at } = layout
  if (type.build === 'error' || address === layout.kinds.None) return type.basic
  if (!type.complete || type.countsItself) return null
  switch (type.build) {
    case 'str': return type.exact ? sizeOfStr(words, layout, address) : null
    case 'int': case 'bool': return type.basic + wordBytes * Math.max(1, digitsOf(words, layout, address).count)
    case 'bytes': case 'tuple': return type.basic + type.item * words.word(address + at.size)
    case 'list': return type.basic + wordBytes * words.word(address + layout.list.room)
    case 'set': {
      const mask = words.word(address + layout.set.mask)
      return type.basic + (mask > 7 ? (mask + 1) * 2 * wordBytes : 0)
    }
    case 'dict': return type.basic + tables(words, layout, address)
    case null: return null
    default: return type.basic
  }
}

function sizeOfStr(words: Words, { at, state }: Layout, address: number): number {
  const bits = words.word(address + state.offset)
  const length = words.word(address + at['str.length']) + 1
  if ((bits >>> state.ascii & 1) === 1) return at['str.ascii'] + length
  // The last two words before the characters: how long its UTF-8 form is, and where, if it was ever asked for.
  const [utf8Length, utf8] = [words.word(address + at['str.compact'] - 2 * wordBytes), words.word(address + at['str.compact'] - wordBytes)]
  return at['str.compact'] + length * (bits >>> state.kind & 7) + (utf8 === 0 ? 0 : utf8Length + 1)
}

/** Keys that several dicts share are counted by none of them. */
function tables(words: Words, { dict }: Layout, address: number): number {
  const keys = words.word(address + dict.keys)
  const logSize = words.byte(keys + dict.logSize)
  const entry = (words.byte(keys + dict.kind) === 0 ? 3 : 2) * wordBytes
  const ofKeys = dict.indices + 2 ** words.byte(keys + dict.logIndexBytes) + roomOf(logSize) * entry
  const isShared = words.word(keys + dict.references) !== 1
  const values = words.word(address + dict.values) === 0 ? 0 : capacity(words, dict, keys) * wordBytes
  return values + (isShared ? 0 : ofKeys)
}

function capacity(words: Words, dict: Layout['dict'], keys: number): number {
  return words.word(keys + dict.entryCount) + words.word(keys + dict.room)
}
