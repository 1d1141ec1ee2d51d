import { createSession } from './pool.ts'
import type { Problem, RunListener, RunRequest, RunResult } from './protocol.ts'
import type { WorkerHandle } from './slot.ts'

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
  dispose: () => void
}

/** What a hot update of this module must end, or its workers would go on. */
const open = new Set<Session>()

/** Opens a session on the interpreter assets at `base` (a URL that ends in `/pyodide/`), in the browser. */
export function openSession(base: URL): Session {
  const session = createSession(base.href, spawnBrowserWorker, () => open.delete(session))
  open.add(session)
  return session
}

function spawnBrowserWorker(): WorkerHandle {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'python' })
  return {
    endpoint: worker,
    onCrash: listener => worker.addEventListener('error', event => listener(event.message ?? '')),
    terminate: () => worker.terminate(),
  }
}

import.meta.hot?.dispose(() => {
  for (const session of open) session.dispose()
})
