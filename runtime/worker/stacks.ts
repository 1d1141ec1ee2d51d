/** The stacks of a program's threads: each waits at a gate of its own until another lets it go on. */
import type { PyodideAPI } from 'pyodide'
import type { PyCallable } from 'pyodide/ffi'
import { threadStates } from '../memory/layout/threadStates.ts'

export interface Stacks {
  /** The address of the calls that are left to the running thread before a RecursionError, or 0. */
  room: () => number
  bridge: StacksBridge
}

/** What Python may call. */
interface StacksBridge {
  /** `function` is what every new thread begins with. */
  enter: (start: PyCallable) => void
  /** Prepares the running stack; returns the address of an int, the calls that are left before a RecursionError, or 0. */
  beginStack: () => number
  /** Lets thread `next` run; resolves when thread `me` may go on. */
  switchTo: (me: number, next: number) => Promise<void>
  /** Takes back a `switchTo`: thread `me` could not be parked. */
  stay: (me: number) => void
  /** Lets thread `next` run. */
  resume: (next: number) => void
}

/** A parked thread; `frame` is null until it is parked indeed. */
interface Gate {
  open: () => void
  state: number
  frame: number | null
}

/** `failed` is told what a thread's stack ended with that Python did not handle. */
export function createStacks(pyodide: PyodideAPI, failed: (error: unknown) => void): Stacks {
  const states = threadStates(pyodide)
  const gates = new Map<number, Gate>()
  let start: PyCallable | null = null
  let going: (() => void) | null = null

  function resume(next: number): void {
    going = () => {
      const gate = gates.get(next)
      if (!gate) return void start!.callPromising().catch(failed)
      gates.delete(next)
      if (gate.frame !== null) states.show(gate.state, gate.frame)
      gate.open()
    }
    const go = going
    queueMicrotask(() => go === going && go()) // when the running stack is parked, or has ended
  }

  const bridge: StacksBridge = {
    enter: (function_) => {
      start = function_.copy() as PyCallable
    },
    beginStack: states.begin,
    switchTo: (me, next) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      const gate: Gate = { open: resolve, state: states.current(), frame: null }
      gates.set(me, gate)
      queueMicrotask(() => {
        if (gates.get(me) === gate) gate.frame = states.hide(gate.state)
      })
      resume(next)
      return promise
    },
    stay: (me) => {
      gates.delete(me)
      going = null
    },
    resume,
  }
  return { room: states.room, bridge }
}
