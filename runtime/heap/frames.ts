/** Frames: which variables they have, and what these refer to (Include/internal/pycore_frame.h, pycore_stackref.h). */
import type { Reference } from './contents.ts'
import { visitEntries } from './entries.ts'
import type { Known, Layout } from './layout.ts'
import { offsets, only } from './search.ts'
import { readStr } from './values.ts'
import { type Words, wordBytes } from './words.ts'

/** `data` is of the frame object and leads to the rest; `names` is of its code. */
export interface FramePlaces {
  data: number
  code: number
  /** The dict that holds the variables; 0 in a function, whose variables have places of their own. */
  space: number
  variables: number
  names: number
}

/** The low bits of a variable's word tell whether its reference is counted. */
const tags = 3

export function findFrames(words: Words, { frames, spaces }: Known, at: { 'tuple.items': number }): FramePlaces {
  const pairs = (to: number) => offsets(8, 32).flatMap(data => offsets(0, to).map(place => ({ data, place })))
  const pointer = (address: number) => words.word(address) - (words.word(address) & tags)
  const found = only('the variables of frames', pairs(96), frames.map(({ at, locals }) => ({ data, place }) =>
    locals.every((local, index) => pointer(words.word(at + data) + place + index * wordBytes) === local)))
  const { data } = found
  const inData = (what: string, frames: { at: number }[], wanted: (index: number) => number) => only(what, offsets(0, 96), frames.map(({ at }, index) =>
    place => pointer(words.word(at + data) + place) === wanted(index)))
  return {
    data,
    variables: found.place,
    code: inData('the code of frames', frames, index => frames[index]!.code),
    space: inData('the names of frames', spaces, index => spaces[index]!.dict),
    names: only('the names of variables', offsets(8, 160), frames.map(({ code }) => offset => isText(words.word(words.word(code + offset) + at['tuple.items']), 'first'))),
  }

  function isText(address: number, text: string): boolean {
    for (let offset = 12; offset < 32; offset += wordBytes) if (words.text(address + offset) === text) return true
    return false
  }
}

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
