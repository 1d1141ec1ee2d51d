/** The memory of an interpreter, as its JavaScript side sees it. */
import type { PyodideAPI } from 'pyodide'

export interface Memory {
  HEAPU8: Uint8Array
  HEAP32: Int32Array
  HEAPU32: Uint32Array
  HEAPF64: Float64Array
  /** Address of the looks that are left until CPython asks its host for a signal (Python/emscripten_signal.c). */
  __Py_emscripten_signal_clock: number
}

export function memoryOf(pyodide: PyodideAPI): Memory {
  return (pyodide as unknown as { _module: Memory })._module
}

/** Bytes that the interpreter has taken from its host; they only grow. */
export function heapOf(pyodide: PyodideAPI): number {
  return memoryOf(pyodide).HEAPU8.length
}
