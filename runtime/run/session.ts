/** What a session offers, wherever its workers are: in the browser (`browser.ts`) or in Node (`node.ts`). */
import type { LoadProgress } from '../boot/downloads.ts'
import type { Problem, RunListener, RunRequest, RunResult } from '../border/protocol.ts'

/** What the interpreter behind a session is doing. */
export type SessionState =
  | { kind: 'idle' }
  | { kind: 'loading' } & LoadProgress
  | { kind: 'ready' }
  | { kind: 'running' }
  | { kind: 'failed', problem: Problem }

/** One run: queued, going on, or over. */
export interface Run {
  readonly result: Promise<RunResult>
  /** Ends the run, whatever it is doing; a queued run is taken out of the queue. */
  stop: () => void
  /** All that was printed so far, up to `limits.wholeBytes`, for a download. */
  whole: () => Blob
}

/** A source of interpreters: one at work, one spare, runs in turn. */
export interface Session {
  readonly state: SessionState
  /** Calls `listener` at once and at every change; returns the way to stop that. */
  subscribe: (listener: (state: SessionState) => void) => () => void
  /** Begins to load, where that has not begun; tries again after a failure. */
  load: () => void
  run: (request: RunRequest, listener: RunListener) => Run
  /** Ends all at once. */
  dispose: () => void
  /** Ends when what is going on is over; resolves when all workers have ended. Node may crash where it ends while a worker of its own compiles. */
  close: () => Promise<void>
}
