import { loadPyodide, type PyodideAPI } from 'pyodide'
import { environment } from '../../runtime/boot/manifest.ts'
import { giveFlagsOfOpen } from './flagsOfOpen.ts'

interface Allocators {
  HEAPU32: Uint32Array
  _malloc: (bytes: number) => number
  _PyMem_GetAllocator: (domain: number, allocator: number) => void
}

/** PYMEM_DOMAIN_OBJ. */
const objects = 2

/** The places of mimalloc's functions in the table of functions, as an interpreter has them that is started with it. Throws an Error where it is started without. */
export async function findMimalloc(): Promise<[number, number, number, number]> {
  giveFlagsOfOpen()
  const [usual, other] = await Promise.all([places({}), places({ PYTHONMALLOC: 'mimalloc' })])
  if (usual.join() === other.join()) throw new Error('This Pyodide does not start with mimalloc.')
  return other
}

async function places(more: Record<string, string>): Promise<[number, number, number, number]> {
  const pyodide: PyodideAPI = await loadPyodide({ env: { ...environment, ...more } })
  const module = (pyodide as unknown as { _module: Allocators })._module
  const space = module._malloc(20)
  module._PyMem_GetAllocator(objects, space)
  const [, malloc, calloc, realloc, free] = module.HEAPU32.subarray(space >> 2, (space >> 2) + 5)
  return [malloc!, calloc!, realloc!, free!]
}
