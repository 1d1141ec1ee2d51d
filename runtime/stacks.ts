/** The stacks of a program's threads: each waits at a gate of its own until another lets it go on. */
import type { PyCallable } from 'pyodide/ffi'

export interface Stacks {
  /** `function` is what every new thread begins with. */
  enter: (start: PyCallable) => void
  /** Lets thread `next` run; resolves when thread `me` may go on. */
  switchTo: (me: number, next: number) => Promise<void>
  /** Lets thread `next` run. */
  resume: (next: number) => void
}

/** `failed` is told what a thread's stack ended with that Python did not handle. */
export function createStacks(failed: (error: unknown) => void): Stacks {
  const gates = new Map<number, () => void>()
  let start: PyCallable | null = null

  function resume(next: number): void {
    const gate = gates.get(next)
    if (gate) {
      gates.delete(next)
      gate()
    }
    // A new stack begins when this one is parked.
    else queueMicrotask(() => void start!.callPromising().catch(failed))
  }

  return {
    enter: (function_) => {
      start = function_.copy() as PyCallable
    },
    switchTo: (me, next) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      gates.set(me, resolve)
      resume(next)
      return promise
    },
    resume,
  }
}
