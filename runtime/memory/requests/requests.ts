/**
 * Notes what CPython asks of its allocator for objects while a program runs (`PyMem_SetAllocator`), without a word of Python.
 *
 * Whoever is not to be noted sets the cell that holds the program's line to 0. Where a block is for an object is told by
 * `PyRefTracer_SetTracer`; what kind of object is read at the next event, when the block is filled.
 */
import type { PyodideAPI } from 'pyodide'
import { memoryOf } from '../../boot/interpreterMemory.ts'
import { laptopSizes } from './laptopSizes.ts'
import type { Heap } from '../heap/reader.ts'

/** `take`: a block of `size` bytes; `give`: it is given back; `resize`: it must be of `size` bytes, and may be moved for that. */
export const requestKinds = ['take', 'give', 'resize'] as const
/** Numbers that a request is noted with: its kind's, its block's, bytes here, bytes on a 64-bit build, its line, its address. */
export const requestWidth = 6

export interface Requests {
  /** What was noted so far, `requestWidth` numbers each. */
  noted: number[]
  /** More was asked for than is noted. */
  isCut: () => boolean
}

/** So many requests are noted. */
const most = 150_000

/** Objects with a buffer of bytes or characters of their own, which is as large on every build. */
const bufferOwners = new Set(['bytearray', 'array', 'StringIO', 'BufferedReader', 'BufferedWriter', 'BufferedRandom'])
const mostOwners = 200

interface Block { number: number, size: number, laptop: number, scale: 1 | 2 }
interface Pending { block: Block, address: number, place: number, object: number }

/** Places in CPython's table of functions: of malloc, calloc, realloc and free. */
export type AllocatorPlaces = readonly [number, number, number, number]

interface Natives {
  addFunction: (call: (...words: number[]) => number | void, signature: string) => number
  wasmTable: { get: (place: number) => (...words: number[]) => number }
  _malloc: (bytes: number) => number
  _PyMem_GetAllocator: (domain: number, allocator: number) => void
  _PyMem_SetAllocator: (domain: number, allocator: number) => void
  _PyRefTracer_SetTracer: (tracer: number, data: number) => number
}

/** PYMEM_DOMAIN_MEM and PYMEM_DOMAIN_OBJ. */
const domains = [1, 2]
const allocatorWords = 5

/** `cell` is the address of an int, the program's line; with `instead` new blocks come from another allocator, as long as they are noted. */
export function noteRequests(pyodide: PyodideAPI, heap: Heap, cell: number, instead: AllocatorPlaces | null): Requests {
  const natives = (pyodide as unknown as { _module: Natives })._module
  const memory = memoryOf(pyodide)
  const sizes = laptopSizes(heap)
  const blocks = new Map<number, Block>()
  const others = new Set<number>()
  const owners = new Set<number>()
  const noted: number[] = []
  let count = 0
  let cut = false
  let pending: Pending | null = null

  function settle() {
    if (!pending) return
    const { block, address, place, object } = pending
    pending = null
    const found = object === 0 ? null : heap.object(object)
    if (found && bufferOwners.has(found.type.name) && owners.size < mostOwners) owners.add(object)
    const { size, scale } = found ? sizes.ofObject(found, address, block.size) : hasOwner(address) ? { size: block.size, scale: 1 as const } : sizes.ofRoom(address, block.size)
    block.laptop = size
    block.scale = scale
    noted[place + 3] = size
  }
  function hasOwner(address: number): boolean {
    for (const owner of owners) {
      const basic = heap.object(owner)?.type.basic ?? 0
      for (let offset = 8; offset < basic; offset += 4) if (heap.words.word(owner + offset) === address) return true
    }
    return false
  }
  function note(kind: number, { number, size, laptop }: Block, address: number): number {
    cut ||= noted.length >= most * requestWidth
    return cut ? -1 : noted.push(kind, number, size, laptop, memory.HEAP32[cell >> 2]!, address) - requestWidth
  }
  function take(address: number, size: number) {
    if (address === 0 || memory.HEAP32[cell >> 2] === 0 || cut) return
    const block: Block = { number: count++, size, laptop: size, scale: 2 }
    const place = note(0, block, address)
    if (place < 0) return
    blocks.set(address, block)
    pending = { block, address, place, object: 0 }
  }
  function give(address: number) {
    const block = blocks.get(address)
    if (!block) return
    blocks.delete(address)
    owners.delete(address)
    note(1, block, address)
  }
  function resize(from: number, to: number, size: number) {
    const block = blocks.get(from)
    if (!block) return from === 0 ? take(to, size) : undefined
    if (to === 0) return
    block.laptop = block.scale === 1 ? block.laptop + size - block.size : size * 2
    block.size = size
    blocks.delete(from)
    blocks.set(to, block)
    note(2, block, to)
  }

  const space = natives._malloc(allocatorWords * 4)
  const words = () => memory.HEAPU32.subarray(space >> 2, (space >> 2) + allocatorWords)
  for (const domain of domains) {
    natives._PyMem_GetAllocator(domain, space)
    const [context, ...own] = words()
    const [malloc, calloc, realloc, free] = own.map(place => natives.wasmTable.get(place))
    const [newMalloc, newCalloc, newRealloc, newFree] = (instead ?? own).map(place => natives.wasmTable.get(place))
    const isOther = (address: number) => instead !== null && others.has(address)
    const remember = (address: number) => {
      if (instead && address !== 0) others.add(address)
      return address
    }
    words().set([0,
      natives.addFunction((_, size) => {
        if (cut) return malloc!(context!, size!)
        settle()
        const address = remember(newMalloc!(context!, size!) >>> 0)
        take(address, size! >>> 0)
        return address
      }, 'iii'),
      natives.addFunction((_, number, size) => {
        if (cut) return calloc!(context!, number!, size!)
        settle()
        const address = remember(newCalloc!(context!, number!, size!) >>> 0)
        take(address, (number! >>> 0) * (size! >>> 0))
        return address
      }, 'iiii'),
      natives.addFunction((_, from, size) => {
        settle()
        const before = from! >>> 0
        const fresh = isOther(before) || (before === 0 && !cut)
        const address = (fresh ? newRealloc : realloc)!(context!, from!, size!) >>> 0
        if (address !== 0 && fresh) {
          others.delete(before)
          remember(address)
        }
        resize(before, address, size! >>> 0)
        return address
      }, 'iiii'),
      natives.addFunction((_, from) => {
        const address = from! >>> 0
        if (address === 0) return
        settle()
        give(address)
        if (isOther(address)) {
          others.delete(address)
          newFree!(context!, from!)
        }
        else free!(context!, from!)
      }, 'vii'),
    ])
    natives._PyMem_SetAllocator(domain, space)
  }
  natives._PyRefTracer_SetTracer(natives.addFunction((object, event) => {
    const address = object! >>> 0
    if (event === 0 && pending && address >= pending.address && address < pending.address + pending.block.size) pending.object = address
    return 0
  }, 'iiii'), 0)
  return { noted, isCut: () => cut }
}
