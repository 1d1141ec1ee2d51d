/** What an object is called: its type, and of what is defined with a name that name too. */
import type { Heap, HeapObject } from '../heap/reader.ts'
import { readStr } from '../heap/values.ts'

const longest = 40

export function calledOf({ words, layout }: Heap, { address, type }: HeapObject): string {
  const { at, kinds, frame } = layout
  if (type.line.includes(kinds.type)) return `class ${words.text(words.word(address + at['type.name'])).slice(0, longest)}`
  if (type.address === kinds.function) return `function ${readStr(words, layout, words.word(address + at['function.name']), longest)}`
  if (type.address === kinds.frame) {
    const code = words.word(words.word(address + frame.data) + frame.code) & ~3
    return `frame of ${readStr(words, layout, words.word(code + at['code.name']), longest)}`
  }
  return type.address === kinds.ReferenceType ? 'weak reference' : type.name
}
