/** An interpreter's memory as words, bytes and texts; the arrays are looked up each time, since memory that grows gets new ones. */
import type { Memory } from '../../boot/interpreterMemory.ts'

/** Bytes of a word: a pointer, a count, a size. Pyodide is a 32-bit build. */
export const wordBytes = 4

export interface Words {
  word: (address: number) => number
  /** The word as a number with a sign. */
  signed: (address: number) => number
  byte: (address: number) => number
  double: (address: number) => number
  bytes: (address: number, length: number) => Uint8Array
  /** The text at an address, up to its zero byte. */
  text: (address: number) => string
  /** Bytes of the memory. */
  readonly length: number
}

const longestText = 200

export function wordsOf(memory: Memory): Words {
  const { text: decode } = asciiDecoder()
  const bytes = (address: number, length: number) => memory.HEAPU8.subarray(address, address + length)
  return {
    word: address => memory.HEAPU32[address >>> 2] ?? 0,
    signed: address => memory.HEAP32[address >>> 2] ?? 0,
    byte: address => memory.HEAPU8[address] ?? 0,
    double: (address) => {
      const { buffer } = memory.HEAPU8
      return address + 8 <= buffer.byteLength ? new DataView(buffer).getFloat64(address, true) : NaN
    },
    bytes,
    text(address) {
      const all = bytes(address, longestText)
      const end = all.indexOf(0)
      return decode(end < 0 ? all : all.subarray(0, end))
    },
    get length() {
      return memory.HEAPU8.length
    },
  }
}

function asciiDecoder(): { text: (bytes: Uint8Array) => string } {
  const decoder = new TextDecoder()
  // A copy, since memory that can grow is no ground for a decoder in every engine.
  return { text: bytes => decoder.decode(bytes.slice()) }
}
