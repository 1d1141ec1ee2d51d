/**
 * The file of an interpreter's memory: what Pyodide's `makeMemorySnapshot()` gives, without the
 * pages that are all zero. Little-endian 32-bit words:
 * magic, size of the memory in bytes, length of the state in bytes, number of runs of pages;
 * then (first page, pages) for each run; then the state as JSON, padded with spaces to whole words;
 * then the pages.
 */

const magic = 0x314c4755
const pageBytes = 4096

/** What Pyodide remembers beside the memory: the JavaScript objects that Python held. */
export interface SnapshotState {
  hiwireKeys: unknown[]
  immortalKeys: string[]
}

export interface Snapshot {
  heapBytes: number
  state: SnapshotState
  /** Writes the memory into a heap that is at least `heapBytes` long; what else was in it is lost. */
  restore: (heap: Uint8Array) => void
}

/** Turns Pyodide's own snapshot (its words 1 and 2: where the memory begins, length of the state) into ours. */
export function packSnapshot(pyodideSnapshot: Uint8Array): Uint8Array {
  const header = new Uint32Array(pyodideSnapshot.buffer, pyodideSnapshot.byteOffset, 12)
  const [, heapStart = 0, stateBytes = 0] = header
  const state = pyodideSnapshot.subarray(48, 48 + stateBytes)
  const heap = pyodideSnapshot.subarray(heapStart)
  const runs = pagesInUse(heap)
  const stateSpace = Math.ceil(stateBytes / 4) * 4
  const pages = runs.reduce((sum, [, count]) => sum + count, 0)
  const start = 16 + runs.length * 8
  const packed = new Uint8Array(start + stateSpace + pages * pageBytes)
  new Uint32Array(packed.buffer, 0, 4 + runs.length * 2).set([magic, heap.length, stateSpace, runs.length, ...runs.flat()])
  packed.fill(0x20, start, start + stateSpace).set(state, start)
  let offset = start + stateSpace
  for (const [first, count] of runs) {
    packed.set(heap.subarray(first * pageBytes, (first + count) * pageBytes), offset)
    offset += count * pageBytes
  }
  return packed
}

/** Reads the packed form. Throws an Error where it is not one. */
export function readSnapshot(packed: Uint8Array): Snapshot {
  const words = new Uint32Array(packed.buffer, packed.byteOffset, packed.byteLength >> 2)
  const [found, heapBytes = 0, stateBytes = 0, runCount = 0] = words
  if (found !== magic) throw new Error('The memory snapshot is not in the expected format.')
  const stateStart = 16 + runCount * 8
  const state = new TextDecoder().decode(packed.subarray(stateStart, stateStart + stateBytes))
  return {
    heapBytes,
    state: JSON.parse(state) as SnapshotState,
    restore: (heap) => {
      let offset = stateStart + stateBytes
      let end = 0
      for (let run = 0; run < runCount; run++) {
        const first = words[4 + run * 2]! * pageBytes
        const length = words[5 + run * 2]! * pageBytes
        heap.fill(0, end, first)
        heap.set(packed.subarray(offset, offset + length), first)
        end = first + length
        offset += length
      }
      heap.fill(0, end)
    },
  }
}

/** Runs of pages that are not all zero, as (first page, count); the heap is a whole number of pages. */
function pagesInUse(heap: Uint8Array): [number, number][] {
  const words = new Uint32Array(heap.buffer, heap.byteOffset, heap.byteLength >> 2)
  const runs: [number, number][] = []
  for (let page = 0; page < heap.length / pageBytes; page++) {
    const first = page * pageBytes / 4
    if (words.subarray(first, first + pageBytes / 4).every(word => word === 0)) continue
    const last = runs.at(-1)
    if (last && last[0] + last[1] === page) last[1]++
    else runs.push([page, 1])
  }
  return runs
}
