/**
 * What CPython keeps of a thread (PyThreadState, Include/cpython/pystate.h). Pyodide has one for each stack; the engine writes into
 * three of its places, which are looked for at the start and left alone where they are not found.
 */
import type { PyodideAPI } from 'pyodide'
import { memoryOf, type Memory } from '../../boot/interpreterMemory.ts'

/** Bytes of the stack in memory that recursion through C may take: with more, the engine's own stack ends first, and the interpreter with it. */
const cStackBytes = 256 * 1024

interface Functions extends Memory {
  _PyThreadState_Get: () => number
  _PyThreadState_GetFrame: (state: number) => number
  _Py_GetRecursionLimit: () => number
  _Py_DecRef: (object: number) => void
  _PyUnstable_ThreadState_SetStackProtection: (state: number, start: number, bytes: number) => number
  _emscripten_stack_get_base: () => number
}

export interface ThreadStates {
  /** Bounds the running thread's recursion through C; returns the address of the int that counts the calls left to it, or 0. */
  begin: () => number
  /** That address once more, of whichever thread runs. */
  room: () => number
  current: () => number
  /** Takes a parked thread's frames out of sight, whose entry frames lie on a stack that others use meanwhile; returns what `show` puts back. */
  hide: (state: number) => number
  show: (state: number, frame: number) => void
}

export function threadStates(pyodide: PyodideAPI): ThreadStates {
  const memory = memoryOf(pyodide) as Functions
  let places: { left: number, frame: number } | null | undefined

  /** `py_recursion_remaining` is followed by the limit, and by `current_frame` after three more ints. */
  function find(state: number): { left: number, frame: number } | null {
    const limit = memory._Py_GetRecursionLimit()
    const frame = memory._PyThreadState_GetFrame(state)
    if (frame === 0) return null
    const data = memory.HEAPU32[(frame >> 2) + 3]
    memory._Py_DecRef(frame)
    const word = (offset: number) => memory.HEAP32[(state + offset) >> 2]!
    for (let offset = 8; offset < 160; offset += 4) {
      const left = word(offset)
      if (word(offset + 4) === limit && left > 0 && left <= limit && word(offset + 20) === data) return { left: offset, frame: offset + 20 }
    }
    return null
  }

  return {
    room: () => places ? memory._PyThreadState_Get() + places.left : 0,
    current: () => memory._PyThreadState_Get(),
    begin() {
      const state = memory._PyThreadState_Get()
      const top = memory._emscripten_stack_get_base()
      memory._PyUnstable_ThreadState_SetStackProtection(state, top - cStackBytes, cStackBytes)
      places = places === undefined ? find(state) : places
      return places ? state + places.left : 0
    },
    hide(state) {
      if (!places) return 0
      const at = (state + places.frame) >> 2
      const frame = memory.HEAPU32[at]!
      memory.HEAPU32[at] = 0
      return frame
    },
    show(state, frame) {
      if (places) memory.HEAPU32[(state + places.frame) >> 2] = frame
    },
  }
}
