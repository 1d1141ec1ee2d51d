/** What an object refers to, by its kind of build. */
import { visitEntries } from './entries.ts'
import type { Layout } from '../layout/places.ts'
import { readStr } from './values.ts'
import type { TypeFacts } from './typeFacts.ts'
import { type Words, wordBytes } from '../layout/memoryWords.ts'

/** How an object refers to another; `weak` does not count. */
export type Hold = 'item' | 'key' | 'value' | 'attribute' | 'part' | 'weak'

export interface Reference {
  to: number
  hold: Hold
  /** The index of an item, the name of an attribute or of a part; of a dict's value, the address of its key. */
  at: number | string
}

/** More of one object are not read. */
export const mostReferences = 5_000_000

export type Visit = (reference: Reference) => void

/** Calls `visit` for each reference of an object, in its own order, at most `most` times. */
export function visitContents(words: Words, layout: Layout, type: TypeFacts, address: number, visit: Visit, most: number = mostReferences): void {
  const { at } = layout
  let left = most
  const tell = (hold: Hold, place: number | string, to: number) => {
    if (to !== 0 && left-- > 0) visit({ to, hold, at: place })
  }
  const part = (name: string, offset: number) => tell('part', name, words.word(address + offset))
  const array = (start: number, count: number) => {
    for (let index = 0; index < count && left > 0; index++) tell('item', index, words.word(start + index * wordBytes))
  }
  switch (type.build) {
    case 'list': array(words.word(address + layout.list.items), words.word(address + at.size)); break
    case 'tuple': array(address + at['tuple.items'], words.word(address + at.size)); break
    case 'dict': entries(address); break
    case 'set': {
      const table = words.word(address + layout.set.table)
      const mask = words.word(address + layout.set.mask)
      for (let index = 0; index <= mask && left > 0; index++) {
        const entry = table + index * 2 * wordBytes
        if (words.signed(entry + wordBytes) !== -1) tell('item', '', words.word(entry))
      }
      break
    }
    case 'cell': part('contents', at['cell.contents']); break
    case 'function':
      part('closure', at['function.closure'])
      part('defaults', at['function.defaults'])
      part('keyword defaults', at['function.keywords'])
      part('dict', at['function.dict'])
      break
    case 'method':
      part('function', at['method.function'])
      part('self', at['method.self'])
      break
    case 'reference': tell('weak', 'to', target(words.word(address + at['reference.target']))); break
    case 'traceback':
      part('next', at['traceback.next'])
      part('frame', at['traceback.frame'])
      break
    case 'error':
      part('args', at['error.args'])
      part('traceback', at['error.traceback'])
      part('context', at['error.context'])
      part('cause', at['error.cause'])
  }
  if (type.heap) attributes()

  function target(to: number): number {
    return to === layout.kinds.None ? 0 : to
  }

  function attributes() {
    for (const [name, offset] of type.slots) tell('attribute', name, words.word(address + offset))
    if (type.hasInlineValues && words.byte(address + type.basic + layout.instance.valid) === 1) {
      const keys = words.word(type.address + layout.instance.cachedKeys)
      const values = address + type.basic + layout.instance.values
      visitEntries(words, layout, keys, (index, key) => tell('attribute', readStr(words, layout, key, 40), words.word(values + index * wordBytes)))
    }
    if (type.hasManagedDict) tell('part', 'dict', words.word(address + layout.instance.dict))
  }

  /** Of a dict whose values are kept elsewhere (by an instance that was asked for its `__dict__`) the values are there. */
  function entries(dict: number) {
    const keys = words.word(dict + layout.dict.keys)
    const values = words.word(dict + layout.dict.values)
    visitEntries(words, layout, keys, (index, key, value) => {
      const found = values === 0 ? value : words.word(values + layout.instance.values + index * wordBytes)
      if (found === 0) return
      if (values === 0) tell('key', '', key)
      tell('value', key, found)
    })
  }
}
