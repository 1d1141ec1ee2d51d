/**
 * The interpreter's looks, counted: they move the virtual clock on, and say when the scheduler is to look around.
 *
 * CPython counts `_Py_emscripten_signal_clock` down wherever it looks whether to let go of the GIL, in every code object; at zero it
 * sets it to 50 and reads the buffer of signals, which is answered here (Python/emscripten_signal.c of 3.14).
 */
import type { Memory } from '../boot/interpreterMemory.ts'

/** The number under which `python/lab/switching/preemption.py` has its handler. */
export const lookSignal = 63

/** What CPython sets the count to. A check for signals within C that comes on just this count is taken for its end: 5 µs too early, and in each run. */
const setByPython = 50

/** At most so many looks from one question to the next: it costs half a microsecond, and Stop and output wait for it. */
const longestCount = 500

/** As `RESERVE` in `python/lab/threads/scheduler.py`: the handler takes it back. */
const reserve = 100

/** So many looks the handler does not have: it could not be called if they have passed. */
const looksOfHandler = 1_000_000

/** Three doubles of the interpreter (`python/lab/threads/clock.py`): the time when the count has run down, seconds a look, when to look around. */
const places = { look: 1, due: 2 }

export interface Beat {
  /** To be read as the buffer of signals. */
  buffer: { 0: number }
  /** Counts from now on by the three doubles at `address`; where the clock is not virtual their first is not read. Returns the address of the count. */
  keep: (address: number, isVirtual: boolean) => number
  /** Seconds of the virtual clock. */
  read: () => number
  add: (seconds: number) => void
}

export interface BeatCalls {
  /** Called now and then while Python computes. */
  flush: () => void
  /** Another signal that Python is to find, or 0. */
  signal: () => number
  /** The address of the calls that are left to the running thread, or 0. */
  room: () => number
}

export function createBeat(memory: Memory, { flush, signal, room }: BeatCalls): Beat {
  const count = memory.__Py_emscripten_signal_clock >> 2
  let cell = 0
  let isVirtual = false
  /** Seconds a look, as they were when the handler was called; 0 once it has come back. */
  let stopped = 0

  function runDown(): number {
    const doubles = memory.HEAPF64
    if (isVirtual && doubles[cell + places.look] === 0 && stopped > 0) doubles[cell + places.look] = stopped
    stopped = 0
    const look = doubles[cell + places.look]!
    const now = isVirtual ? doubles[cell]! : performance.now() / 1000
    const rest = doubles[cell + places.due]! - now
    const counts = look > 0 || !isVirtual
    if (counts && rest <= 0) return callHandler(look)
    const looks = look > 0 ? Math.max(1, Math.min(longestCount, Math.ceil(rest / look - 1e-6))) : longestCount
    memory.HEAP32[count] = looks - 1
    doubles[cell]! += looks * look
    return 0
  }

  /** The clock stands until it comes back; it must not fail where the program's own calls end. */
  function callHandler(look: number): number {
    stopped = look
    memory.HEAPF64[cell + places.look] = 0
    memory.HEAP32[count] = looksOfHandler
    const address = room()
    if (address) memory.HEAP32[address >> 2]! += reserve
    return lookSignal
  }

  return {
    buffer: {
      get 0() {
        flush()
        const other = signal()
        if (!cell || memory.HEAP32[count] !== setByPython) return other
        if (!other) return runDown()
        memory.HEAP32[count] = 0 // asks again at once
        memory.HEAPF64[cell]! += memory.HEAPF64[cell + places.look]!
        return other
      },
      set 0(_signal: number) {},
    },
    keep(address, virtual) {
      cell = address >> 3
      isVirtual = virtual
      return memory.__Py_emscripten_signal_clock
    },
    read: () => memory.HEAPF64[cell]! - (memory.HEAP32[count]! + 1) * memory.HEAPF64[cell + places.look]!,
    add: seconds => void (memory.HEAPF64[cell]! += seconds),
  }
}
