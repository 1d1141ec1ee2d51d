/** A run in a session's queue, and the worker that it gets. */
import type { Collector } from './shownOutput.ts'
import type { Kernel } from '../processes/kernel.ts'
import type { RunListener, RunRequest, RunResult } from '../border/protocol.ts'
import type { Slot } from '../worker/slot.ts'

export interface Entry {
  slot: Slot
  status: 'loading' | 'ready' | 'running' | 'renewing'
  /** Resolves when the interpreter that the worker is making, if any, is there, or cannot be had. */
  made: Promise<void>
}

export interface Job {
  request: RunRequest
  listener: RunListener
  collector: Collector
  /** Where the program uses processes. */
  kernel: Kernel | null
  entry: Entry | null
  begun: number | null
  /** Lets the program's main thread meet a KeyboardInterrupt; null where it cannot, or may not any more. */
  interrupt: (() => void) | null
  /** Stop was pressed: the program is ended when this is over. */
  patience: ReturnType<typeof setTimeout> | undefined
  /** Ends a program that is played, while it waits for the next move. */
  giveWay: (() => void) | null
  settle: (result: RunResult) => void
}
