/** The variables of frames and the names of modules, and what they refer to (Include/internal/pycore_stackref.h). */
import type { Reference } from './contents.ts'
import { visitEntries } from './entries.ts'
import { tags } from '../layout/frames.ts'
import type { Layout } from '../layout/places.ts'
import { readStr } from './values.ts'
import { type Words, wordBytes } from '../layout/memoryWords.ts'

/** The variables of a frame that have a value, in order; `counted` is false where the frame borrows its caller's reference. */
export function variablesOf(words: Words, layout: Layout, frame: number): (Reference & { counted: boolean })[] {
  const { frame: places, at } = layout
  const data = words.word(frame + places.data)
  const space = words.word(data + places.space)
  if (space !== 0) return namesIn(words, layout, space)
  const code = words.word(data + places.code)
  const names = words.word(code - (code & tags) + places.names)
  return Array.from({ length: words.word(names + at.size) }, (_, index) => {
    const bits = words.word(data + places.variables + index * wordBytes)
    const name = readStr(words, layout, words.word(names + at['tuple.items'] + index * wordBytes), 40)
    return { to: bits - (bits & tags), hold: 'attribute' as const, at: name, counted: (bits & tags) === 0 }
  }).filter(({ to }) => to !== 0)
}

/** The names of a module, by its dict. */
export function namesIn(words: Words, layout: Layout, dict: number): (Reference & { counted: boolean })[] {
  const found: (Reference & { counted: boolean })[] = []
  visitEntries(words, layout, words.word(dict + layout.dict.keys), (_, key, value) => {
    const isText = words.word(key + layout.at.type) === layout.kinds.str
    if (value !== 0 && isText) found.push({ to: value, hold: 'attribute', at: readStr(words, layout, key, 40), counted: true })
  })
  return found
}
