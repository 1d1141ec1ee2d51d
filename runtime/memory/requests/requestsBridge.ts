/** The part of the host that notes what a program asks of CPython's allocator (`python/lab/memory/requests.py`). */
import type { PyodideAPI } from 'pyodide'
import { openHeap } from '../heap/openHeap.ts'
import { noteRequests, type AllocatorPlaces, type Requests } from './requests.ts'

export interface RequestsBridge {
  /** Begins; `cell` is the address of the program's line. False where it cannot be done. */
  noteRequests: (cell: number, withMimalloc: boolean) => boolean
  requests: () => Float64Array
  requestsAreCut: () => boolean
}

/** `mimalloc` says where its functions are; null where that is not known. */
export function createRequests(pyodide: PyodideAPI, mimalloc: AllocatorPlaces | null): RequestsBridge {
  let noting: Requests | null = null
  return {
    noteRequests(cell, withMimalloc) {
      if (withMimalloc && !mimalloc) return false
      const opened = openHeap(pyodide)
      if ('heap' in opened) noting = noteRequests(pyodide, opened.heap, cell, withMimalloc ? mimalloc : null)
      return noting !== null
    },
    requests: () => new Float64Array(noting?.noted ?? []),
    requestsAreCut: () => noting?.isCut() ?? false,
  }
}
