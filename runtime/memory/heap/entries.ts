/** The entries of a dict's keys, which its table of indices points into. */
import type { Layout } from '../layout/places.ts'
import { type Words, wordBytes } from '../layout/memoryWords.ts'

/** Calls `take` for each entry in order: its index, its key, its value (0 where values are kept elsewhere); not for those deleted. */
export function visitEntries(words: Words, { dict }: Layout, keys: number, take: (index: number, key: number, value: number) => void): void {
  const general = words.byte(keys + dict.kind) === 0
  const stride = (general ? 3 : 2) * wordBytes
  const first = keys + dict.indices + 2 ** words.byte(keys + dict.logIndexBytes) + (general ? wordBytes : 0)
  const count = words.word(keys + dict.entryCount)
  for (let index = 0; index < count; index++) {
    const entry = first + index * stride
    const key = words.word(entry)
    if (key !== 0) take(index, key, words.word(entry + wordBytes))
  }
}
