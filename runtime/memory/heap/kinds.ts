/** What a type tells: its name, its size, and which of the builtin types its objects are built like. */
import { visitEntries } from './entries.ts'
import type { Kind, Layout } from '../layout/places.ts'
import { readStr } from './values.ts'
import type { Build, TypeFacts } from './typeFacts.ts'
import { type Words, wordBytes } from '../layout/memoryWords.ts'

/** Bits of `type.__flags__` (Include/object.h). */
const flags = { inlineValues: 1 << 2, managedWeakref: 1 << 3, managedDict: 1 << 4, heap: 1 << 9, collected: 1 << 14 }

const builds: [Kind, Build][] = [['bool', 'bool'], ['int', 'int'], ['float', 'float'], ['str', 'str'], ['bytes', 'bytes'], ['list', 'list'], ['tuple', 'tuple'],
  ['dict', 'dict'], ['set', 'set'], ['frozenset', 'set'], ['cell', 'cell'], ['function', 'function'], ['method', 'method'], ['ReferenceType', 'reference'],
  ['proxy', 'reference'], ['callable proxy', 'reference'], ['traceback', 'traceback'], ['BaseException', 'error']]

/** More bases than that have no class that a person wrote. */
const longestLine = 100
const mostSlots = 500

/** Reads a type; null where there is none. */
export function readType(words: Words, layout: Layout, address: number): TypeFacts | null {
  const { at, kinds, instance } = layout
  const line: number[] = []
  for (let type = address; type !== 0 && line.length < longestLine; type = words.word(type + at['type.base'])) line.push(type)
  if (line.at(-1) !== kinds.object) return null
  const bits = words.word(address + at['type.flags'])
  const known = builds.find(([kind]) => line.includes(kinds[kind]))
  const isHeap = (type: number) => (words.word(type + at['type.flags']) & flags.heap) !== 0
  const base = known ? kinds[known[0]] : kinds.object
  const own = line.slice(0, line.indexOf(base))
  const slots = own.flatMap(type => slotsOf(type))
  const basic = words.word(address + at['type.basic'])
  const complete = own.every(type => isHeap(type)) && basic === words.word(base + at['type.basic']) + slots.length * wordBytes
  const managed = (bits & (flags.managedDict | flags.managedWeakref)) !== 0
  return {
    address,
    name: words.text(words.word(address + at['type.name'])).replace(/^.*\./, ''),
    build: known?.[1] ?? (complete ? 'instance' : null),
    exact: known !== undefined && base === address,
    complete,
    countsItself: own.some(type => hasName(words.word(type + at['type.dict']), '__sizeof__')),
    basic,
    item: words.word(address + at['type.item']),
    heap: isHeap(address),
    hasInlineValues: (bits & flags.inlineValues) !== 0,
    hasManagedDict: (bits & flags.managedDict) !== 0,
    before: ((bits & flags.collected) !== 0 ? 2 * wordBytes : 0) + (managed ? 2 * wordBytes : 0),
    slots,
    line,
  }

  /** The rows of a class's table of slots stand behind it (`_PyHeapType_GET_MEMBERS`). */
  function slotsOf(type: number): [string, number][] {
    const count = Math.min(words.word(type + at.size), mostSlots)
    const meta = words.word(type + at.type)
    const table = type + words.word(meta + at['type.basic'])
    return Array.from({ length: count }, (_, index) => {
      const row = table + index * instance.slot.row
      return [words.text(words.word(row)), words.word(row + instance.slot.offset)]
    })
  }

  function hasName(dict: number, name: string): boolean {
    let found = false
    if (dict !== 0) visitEntries(words, layout, words.word(dict + layout.dict.keys), (_, key) => void (found ||= readStr(words, layout, key, 20) === name))
    return found
  }
}
