/**
 * Where this build of CPython keeps what: found by searching known objects (`python/lab/memory/specimens.py`) for what must be in them,
 * so that no offset is taken from a header file that may not be the build's. The forms behind the names are those of CPython 3.14:
 * Include/cpython/{longintrepr,unicodeobject,dictobject,setobject}.h, Include/internal/pycore_dict.h (keys and inline values).
 */
import { findDicts, findInstances, findLists, findSets } from './containers.ts'
import { findFrames } from './frames.ts'
import { places, type Known, type Layout, type Place } from './places.ts'
import { offsets, only } from './search.ts'
import { type Words, wordBytes } from './memoryWords.ts'

/** Longest distance at which something is looked for. */
const reach = 160

/** Finds every place. Throws a LayoutError that names one which cannot be told for certain. */
export function findLayout(words: Words, known: Known): Layout {
  const at = {} as Record<Place, number>
  for (const place of places) {
    const ofBytes = known.bytes[place]
    const reading = place === 'type.name'
      ? ofBytes!.map(([address, found]) => (offset: number) => holds(words, words.word(address + offset), found))
      : ofBytes
        ? ofBytes.map(([address, found]) => (offset: number) => holds(words, address + offset, found))
        : known.words[place]!.map(([address, found]) => (offset: number) => words.word(address + offset) === found)
    at[place] = only(place, offsets(0, reach, ofBytes && place !== 'type.name' ? 1 : wordBytes), reading)
  }
  const dict = findDicts(words, known.dicts)
  return {
    at,
    state: findState(words, known.words['str.state']),
    list: findLists(words, known.lists),
    dict,
    set: findSets(words, known.sets),
    instance: findInstances(words, known, at.type, at['type.basic'], dict),
    frame: findFrames(words, known, at),
    kinds: known.kinds,
  }
}

function holds(words: Words, address: number, found: number[]): boolean {
  return found.every((byte, index) => words.byte(address + index) === byte)
}

function findState(words: Words, states: Known['words']['str.state']): Layout['state'] {
  const bits = Array.from({ length: 30 }, (_, bit) => bit)
  const candidates = offsets(8, 40).flatMap(offset => bits.flatMap(kind => bits.map(ascii => ({ offset, kind, ascii }))))
  return only('the width of characters', candidates, states.map(([address, width, isAscii]) => ({ offset, kind, ascii }) => {
    const state = words.word(address + offset)
    return (state >>> kind & 7) === width && (state >>> ascii & 1) === Number(isAscii)
  }))
}
