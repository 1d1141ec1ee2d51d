/** Where frames keep their variables (Include/internal/pycore_frame.h, pycore_stackref.h). */
import type { FramePlaces, Known } from './places.ts'
import { offsets, only } from './search.ts'
import { type Words, wordBytes } from './memoryWords.ts'

/** The low bits of a variable's word tell whether its reference is counted. */
export const tags = 3

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
