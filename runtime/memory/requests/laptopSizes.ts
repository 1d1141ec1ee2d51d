/**
 * How much a 64-bit CPython asks of its allocator where this 32-bit build asks for so many bytes.
 *
 * Nearly every field of an object is a pointer or as large as one, so the rule is: twice as large. What is otherwise is listed,
 * as `__basicsize__` and `__itemsize__` say on CPython 3.14 for both; tests/engine/laptopSizes.test.ts holds the rule to requests
 * that CPython 3.14.10 on x86-64 was seen to make (recordings/measured/requests.py314.json).
 */
import { roomOf } from '../layout/containers.ts'
import type { Heap, HeapObject } from '../heap/reader.ts'
import { wordBytes } from '../layout/memoryWords.ts'

/** Basic size and size of an item, here and there. */
type Row = [basic: number, item: number, laptopBasic: number, laptopItem: number]

/** Types that are not twice as large there. */
const others: Record<string, Row> = {
  'bytes': [17, 1, 33, 1],
  'cell_line_iterator': [36, 0, 64, 0],
  'code': [128, 2, 208, 2],
  'collections.defaultdict': [40, 0, 56, 0],
  'complex': [24, 0, 32, 0],
  'datetime.date': [20, 0, 32, 0],
  'datetime.time': [24, 0, 40, 0],
  'datetime.timedelta': [24, 0, 40, 0],
  'decimal.Context': [64, 0, 104, 0],
  'dict': [32, 0, 48, 0],
  'float': [16, 0, 24, 0],
  'frame': [80, 4, 152, 8],
  'int': [12, 4, 24, 4],
  'itertools._tee_dataobject': [252, 0, 496, 0],
  'itertools.cycle': [24, 0, 40, 0],
  'managedbuffer': [60, 0, 112, 0],
  'memoryview': [76, 4, 144, 8],
  're.Pattern': [48, 4, 96, 4],
  'traceback': [24, 0, 40, 0],
  '_contextvars.ContextVar': [48, 0, 64, 0],
  '_io.BufferedRandom': [120, 0, 152, 0],
  '_io.BufferedReader': [120, 0, 152, 0],
  '_io.BufferedWriter': [120, 0, 152, 0],
  '_io.FileIO': [28, 0, 48, 0],
  '_io.TextIOWrapper': [112, 0, 200, 0],
  '_random.Random': [2508, 0, 2520, 0],
}

/** Of a str: the bytes before its characters, where all are ASCII and where not. */
const laptopStr = { ascii: 40, compact: 56 }
const laptopKeys = 32
const times = 2

/** A request, there; and how many bytes a longer or shorter one of the same kind has for each byte here. */
export interface LaptopSize { size: number, scale: 1 | 2 }

export interface LaptopSizes {
  /** Of a block of `size` bytes that begins at `block` and holds an object. */
  ofObject: (object: HeapObject, block: number, size: number) => LaptopSize
  /** Of a block that holds none, by what is in it: the keys of a dict, else pointers. */
  ofRoom: (block: number, size: number) => LaptopSize
}

export function laptopSizes({ words, layout }: Heap): LaptopSizes {
  const { at, dict, kinds } = layout
  const known = new Map<number, [basic: number, item: number]>()

  function typeSizes(type: number): [basic: number, item: number] {
    const found = known.get(type)
    if (found) return found
    const [basic, item, base] = [words.word(type + at['type.basic']), words.word(type + at['type.item']), words.word(type + at['type.base'])]
    const row = others[words.text(words.word(type + at['type.name']))]
    const of = (): [number, number] => {
      if (row && row[0] === basic && row[1] === item) return [row[2], row[3]]
      if (base === 0) return [basic * times, item * times]
      const [laptopBasic, laptopItem] = typeSizes(base)
      return [laptopBasic + (basic - words.word(base + at['type.basic'])) * times, item === words.word(base + at['type.item']) ? laptopItem : item * times]
    }
    const sizes = of()
    // A class of the program may die, and another come to be where it was.
    if (type === kinds.object || !isMade(type)) known.set(type, sizes)
    return sizes
  }

  const isMade = (type: number) => (words.word(type + at['type.flags']) >>> 9 & 1) === 1

  function ofObject({ address, type }: HeapObject, block: number, size: number): LaptopSize {
    const before = address - block
    const body = size - before
    if (type.build === 'str' && type.exact) {
      const isAscii = (words.word(address + layout.state.offset) >>> layout.state.ascii & 1) === 1
      return { size: before * times + body - at[isAscii ? 'str.ascii' : 'str.compact'] + laptopStr[isAscii ? 'ascii' : 'compact'], scale: 1 }
    }
    const [basic, item] = typeSizes(type.address)
    const rest = body - type.basic
    const whole = before * times + basic
    if (type.hasInlineValues) return { size: whole + inlineValues(rest), scale: 2 }
    if (type.item === 0) return { size: whole + rest * times, scale: 2 }
    return { size: whole + Math.floor(rest / type.item) * item, scale: item === type.item ? 1 : 2 }
  }

  function ofRoom(block: number, size: number): LaptopSize {
    const [index, room] = [2 ** words.byte(block + dict.logIndexBytes), roomOf(words.byte(block + dict.logSize))]
    const entries = room * (words.byte(block + dict.kind) === 0 ? 3 : 2) * wordBytes
    const isKeys = size === dict.indices + index + entries
    return { size: isKeys ? laptopKeys + index + entries * times : size * times, scale: 2 }
  }

  return { ofObject, ofRoom }
}

/** Values of attributes that lie behind an instance: a byte for each, in whole words, and a pointer for each and one more (`_PyInlineValuesSize`). */
function inlineValues(bytes: number): number {
  const length = (count: number, word: number) => Math.ceil(count / word) * word + (count + 1) * word
  let count = 0
  while (length(count, wordBytes) < bytes) count++
  return length(count, wordBytes * times)
}
