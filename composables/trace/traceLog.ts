/** The trace of one run as it comes, decoded now and then: often enough to be looked at, seldom enough to cost little. */
import { shallowRef, type ShallowRef } from 'vue'
import type { Trace } from '../../runtime/trace/trace.ts'
import { decodeTrace, type WireEvent } from '../../runtime/trace/wire.ts'

export interface TraceLog {
  /** What has been told so far; null before anything was. */
  trace: ShallowRef<Trace | null>
  /** The same as it came. */
  readonly wire: readonly WireEvent[]
  append: (events: readonly WireEvent[]) => void
  /** The run is over: decodes what is left at once. */
  finish: () => void
}

/** Milliseconds between two times of decoding, and how many times longer than it takes they are apart. */
const shortest = 100
const restFactor = 10

export function createTraceLog(): TraceLog {
  const trace = shallowRef<Trace | null>(null)
  const wire: WireEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = shortest

  function decode() {
    timer = undefined
    const begun = performance.now()
    trace.value = decodeTrace(wire)
    pause = Math.max(shortest, restFactor * (performance.now() - begun))
  }

  return {
    trace,
    wire,
    append(events) {
      for (const event of events) wire.push(event)
      timer ??= setTimeout(decode, pause)
    },
    finish() {
      clearTimeout(timer)
      if (wire.length > 0) decode()
    },
  }
}
