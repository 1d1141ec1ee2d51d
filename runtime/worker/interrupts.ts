/** Stop, on its way to the program: a signal that Python finds while it computes, and the end of a wait. */
import { listenFor } from './bell.ts'
import type { Rope } from '../border/messages.ts'
import { realNow } from './time.ts'

/** The number under which `python/lab/threads/interrupt.py` has its handler: it asks for Stop. */
export const stopSignal = 64

/** It is given again after so many ms, where Python could not let its main thread meet it; not at once, since its handler looks for signals, too. */
const again = 5

export interface Interrupts {
  /** What Python finds when it looks for a signal: 0 for none. */
  signal: () => number
  /** Stop has come by message. */
  ask: () => void
  /** Keeps the promise, or null as soon as Stop comes. There is one such wait at a time. */
  cutShort: <T>(promise: Promise<T>) => Promise<T | null>
  /** What Python may call. */
  bridge: {
    /** Whether Stop has come and the program's main thread has not met it yet. */
    interrupted: () => boolean
    /** It meets it now. */
    meetInterrupt: () => void
    /** Whether it has met it. */
    stopped: () => boolean
  }
}

/** `met` is called when the program's main thread meets the interrupt. */
export function createInterrupts(rope: Rope | null, met: () => void): Interrupts {
  const isRung = rope === null ? () => false : listenFor(rope)
  let state: 'none' | 'asked' | 'met' = 'none'
  let given = -Infinity
  let wake = () => {}

  function ask(): void {
    if (state !== 'none') return
    state = 'asked'
    wake()
  }

  return {
    signal() {
      if (state === 'none' && isRung()) ask()
      if (state !== 'asked' || realNow() - given < again) return 0
      given = realNow()
      return stopSignal
    },
    ask,
    cutShort: promise => new Promise((resolve, reject) => {
      wake = () => resolve(null)
      if (state === 'asked') wake()
      else promise.then(resolve, reject)
    }),
    bridge: {
      interrupted: () => state === 'asked',
      meetInterrupt() {
        state = 'met'
        met()
      },
      stopped: () => state === 'met',
    },
  }
}
