/** Where lists, dicts, sets and plain instances keep what they hold. */
import type { DictPlaces, InstancePlaces, Known, ListPlaces, SetPlaces } from './places.ts'
import { offsets, only } from './search.ts'
import { type Words, wordBytes } from './memoryWords.ts'

export function findLists(words: Words, lists: Known['lists']): ListPlaces {
  return {
    items: only('the items of lists', offsets(8, 40), lists.map(({ at, items }) => offset => isArray(words, words.word(at + offset), items))),
    room: only('the room of lists', offsets(12, 40), lists.map(({ at, room }) => offset => words.word(at + offset) === room)),
  }
}

function isArray(words: Words, address: number, items: number[], stride: number = wordBytes): boolean {
  return items.every((item, index) => words.word(address + index * stride) === item)
}

export function findDicts(words: Words, dicts: Known['dicts']): DictPlaces {
  const ofDict = offsets(8, 40)
  const ofKeys = offsets(0, 32)
  const entries = (keys: number, { keys: names, values, logs, kind }: Known['dicts'][number], indices: number) => {
    const first = keys + indices + 2 ** logs[1]
    const stride = kind === 0 ? 3 : 2
    return isArray(words, first + (stride - 2) * wordBytes, names, stride * wordBytes)
      && isArray(words, first + (stride - 1) * wordBytes, values, stride * wordBytes)
  }
  const candidates = ofDict.flatMap(keys => ofKeys.map(indices => ({ keys, indices })))
  const { keys, indices } = only('the entries of dicts', candidates, dicts.map(dict =>
    ({ keys, indices }) => entries(words.word(dict.at + keys), dict, indices)))
  const used = only('the length of dicts', ofDict, dicts.map(dict => offset => words.word(dict.at + offset) === dict.keys.length))
  const inKeys = (what: string, candidates: number[], read: (address: number) => number, wanted: (dict: Known['dicts'][number]) => number) =>
    only(what, candidates, dicts.map(dict => offset => read(words.word(dict.at + keys) + offset) === wanted(dict)))
  const ofBytes = offsets(0, indices, 1)
  return {
    used,
    keys,
    values: only('the values of dicts', [keys + wordBytes], dicts.map(dict => offset => words.word(dict.at + offset) === 0)),
    references: inKeys('the holders of keys', ofKeys, words.word, () => 1),
    logSize: inKeys('the size of dicts', ofBytes, words.byte, ({ logs }) => logs[0]),
    logIndexBytes: inKeys('the index of dicts', ofBytes, words.byte, ({ logs }) => logs[1]),
    kind: inKeys('the kind of dicts', ofBytes, words.byte, ({ kind }) => kind),
    entryCount: inKeys('the number of entries', ofKeys, words.word, dict => dict.keys.length),
    room: inKeys('the room of dicts', ofKeys, words.word, ({ keys, logs }) => roomOf(logs[0]) - keys.length),
    indices,
  }
}

/** Entries of a dict of 2 to the power `logSize` indices (USABLE_FRACTION in Include/internal/pycore_dict.h). */
export function roomOf(logSize: number): number {
  return Math.floor(2 ** (logSize + 1) / 3)
}

export function findSets(words: Words, sets: Known['sets']): SetPlaces {
  const hasAll = (table: number, { items, mask }: Known['sets'][number]) => {
    const found = new Set(offsets(0, (mask + 1) * 2 * wordBytes, 2 * wordBytes).map(offset => words.word(table + offset)))
    return items.every(item => found.has(item))
  }
  return {
    mask: only('the size of sets', offsets(8, 40), sets.map(({ at, mask }) => offset => words.word(at + offset) === mask)),
    table: only('the table of sets', offsets(8, 40), sets.map(set => offset => hasAll(words.word(set.at + offset), set))),
  }
}

export function findInstances(words: Words, { instances, detached, slotted }: Known, type: number, basic: number, dict: DictPlaces): InstancePlaces {
  const end = (at: number) => at + words.word(words.word(at + type) + basic)
  const values = only('the attributes of instances', offsets(0, 24), instances.map(({ at, values }) => offset => isArray(words, end(at) + offset, values)))
  const valid = only('the state of attributes', offsets(0, values, 1), [
    ...instances.map(({ at }) => (offset: number) => words.byte(end(at) + offset) === 1), offset => words.byte(end(detached) + offset) === 0])
  const rows = words.word(slotted.at + type)
  const table = rows + words.word(words.word(rows + type) + basic)
  const shapes = offsets(12, 32).flatMap(row => offsets(4, row).map(offset => ({ row, offset })))
  return {
    values,
    valid,
    dict: only('the dict of instances', offsets(-24, 0), instances.map(({ opened, dict }) => offset => words.word(opened + offset) === dict)),
    cachedKeys: only('the names of attributes', offsets(100, 800), instances.map(one => offset =>
      words.word(words.word(one.opened + type) + offset) === words.word(one.dict + dict.keys))),
    slot: only('the slots of instances', shapes, slotted.values.map(([name, value], index) => ({ row, offset }) =>
      words.text(words.word(table + index * row)) === name && words.word(slotted.at + words.word(table + index * row + offset)) === value)),
  }
}
