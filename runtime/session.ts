import type { Problem, RunListener, RunRequest, RunResult } from './protocol.ts'

/** What the interpreter behind a session is doing. */
export type SessionState =
  | { kind: 'idle' }
  | { kind: 'loading', /** 0 to 1 */ progress: number }
  | { kind: 'ready' }
  | { kind: 'running' }
  | { kind: 'failed', problem: Problem }

/** One run: queued, going on, or over. */
export interface Run {
  readonly result: Promise<RunResult>
  /** Ends the run, whatever it is doing; a queued run is taken out of the queue. */
  stop: () => void
}

/** A source of interpreters: one at work, one spare, runs in turn. */
export interface Session {
  readonly state: SessionState
  /** Calls `listener` at once and at every change; returns the way to stop that. */
  subscribe: (listener: (state: SessionState) => void) => () => void
  /** Begins to load, where that has not begun. */
  load: () => void
  run: (request: RunRequest, listener: RunListener) => Run
  dispose: () => void
}

/** Opens a session on the interpreter assets at `base` (a URL that ends in `/pyodide/`). */
export function openSession(_base: URL): Session {
  throw new Error('not built yet')
}
