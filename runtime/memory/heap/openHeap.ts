/** An interpreter's heap under X-ray: counts, types, sizes and contents of objects, read from outside. */
import type { PyodideAPI } from 'pyodide'
import type { PyProxy } from 'pyodide/ffi'
import { findLayout } from '../layout/layout.ts'
import type { Known } from '../layout/places.ts'
import { createHeap, type Heap } from './reader.ts'
import { LayoutError } from '../layout/search.ts'
import { wordsOf } from '../layout/memoryWords.ts'
import { memoryOf } from '../../boot/interpreterMemory.ts'

export type { Heap, HeapObject } from './reader.ts'
export type { Hold, Reference } from './contents.ts'

/** A heap that can be read, or the sentence that says why it cannot. */
export type HeapResult = { heap: Heap } | { problem: string }

/** Learns from known objects where this build of Python keeps what, and checks it with all of them. */
export function openHeap(pyodide: PyodideAPI): HeapResult {
  const specimens = pyodide.pyimport('lab.memory.specimens.known') as PyProxy & { text: string }
  const { text } = specimens
  specimens.destroy()
  try {
    const words = wordsOf(memoryOf(pyodide))
    const known = JSON.parse(text) as Known
    const heap = createHeap(words, findLayout(words, known))
    const wrong = known.sizes.find(([address, size]) => {
      const object = heap.object(address)
      return !object || ![null, size].includes(heap.size(object))
    })
    if (wrong) throw new LayoutError(`A known object of ${wrong[1]} bytes is read as another.`)
    heap.forget()
    return { heap }
  }
  catch (error) {
    if (!(error instanceof LayoutError)) throw error
    return { problem: `${error.message} Its memory is not shown, since what is shown would be wrong.` }
  }
}
