/** Numbers and texts as they lie in memory, and the text that Python would show for them. */
import type { Layout } from '../layout/places.ts'
import { bytesText, cut, floatText, intText, longestValue, strText } from './text.ts'
import type { TypeFacts } from './typeFacts.ts'
import { type Words, wordBytes } from '../layout/memoryWords.ts'

/** More digits of an int are not made a text of. */
const mostDigits = 8
const bitsPerDigit = 30

/** The beginning of a str, at most `most` characters of it. */
export function readStr(words: Words, { at, state }: Layout, address: number, most: number): string {
  const bits = words.word(address + state.offset)
  const width = bits >>> state.kind & 7
  const start = address + ((bits >>> state.ascii & 1) === 1 ? at['str.ascii'] : at['str.compact'])
  const length = Math.min(words.word(address + at['str.length']), most)
  const bytes = words.bytes(start, length * width).slice()
  const codes = width === 4 ? new Uint32Array(bytes.buffer) : width === 2 ? new Uint16Array(bytes.buffer) : bytes
  let text = ''
  for (const code of codes) text += String.fromCodePoint(code)
  return text
}

/** How many digits of 30 bits an int has, and its sign (`lv_tag` in Include/cpython/longintrepr.h). */
export function digitsOf(words: Words, { at }: Layout, address: number): { count: number, negative: boolean } {
  const tag = words.word(address + at['int.tag'])
  return { count: tag >>> 3, negative: (tag & 3) === 2 }
}

/** The value of an object of exactly a builtin type that has one; null for any other. */
export function valueText(words: Words, layout: Layout, type: TypeFacts, address: number): string | null {
  const { at, kinds } = layout
  if (address === kinds.None) return 'None'
  if (!type.exact) return null
  switch (type.build) {
    case 'bool': return address === kinds.True ? 'True' : 'False'
    case 'float': return floatText(words.double(address + at['float.value']))
    case 'str': return cut(strText(readStr(words, layout, address, longestValue + 1)))
    case 'bytes': return cut(bytesText(words.bytes(address + at['bytes.data'], Math.min(words.word(address + at.size), longestValue + 1))))
    case 'int': {
      const { count, negative } = digitsOf(words, layout, address)
      const digit = (index: number) => words.word(address + at['int.digits'] + index * wordBytes)
      if (count > mostDigits) return `(an int of ${count * bitsPerDigit - Math.clz32(digit(count - 1)) + 2} bits)`
      return intText(Array.from({ length: count }, (_, index) => digit(index)), negative)
    }
    default: return null
  }
}
