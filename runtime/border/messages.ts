/** What a worker and the page tell each other; types only. */
import type { CallMessage } from './calls.ts'
import type { Problem, RunRequest, RunResult } from './protocol.ts'

/** What the worker is given: the URL of a blob, or memory in common where there can be some (in Node). */
export type Rope = string | SharedArrayBuffer

export interface LoadOptions {
  base: string
}

/** What was loaded, or why it could not be. */
export type LoadResult =
  | { ok: true, python: string, pyodide: string, fromSnapshot: boolean }
  | { ok: false, problem: Problem }

/** One message: bytes of both streams in order, and the totals so far. */
export interface OutputMessage {
  /** What was written, as UTF-8; empty beyond what is kept. */
  bytes: Uint8Array<ArrayBuffer>
  /** How `bytes` is divided: a length for stdout, a negative one for stderr. */
  runs: number[]
  /** Line feeds and bytes written in all, including those that were not kept. */
  lines: number
  total: number
}

/** Told by the worker on the port of a run; it is answered with a HostMessage. */
export type RunMessage =
  | { kind: 'started' }
  | { kind: 'output', output: OutputMessage }
  | { kind: 'ask', prompt: string }
  /** JSON of a Position; answered with JSON of a PlayCommand, or null for no more. */
  | { kind: 'position', position: string }
  | { kind: 'progress', schedules: number }
  /** Events of the trace, as JSON. */
  | { kind: 'trace', events: string }
  | CallMessage
  /** Scenes of the objects, as JSON. */
  | { kind: 'objects', scenes: string }
  /** What a look has found, as JSON. */
  | { kind: 'found', finding: string }
  /** The program's main thread met the interrupt that was asked for. */
  | { kind: 'interrupted' }
  /** An event of the grader, as JSON. */
  | { kind: 'graded', event: string }
  | { kind: 'ended', result: RunResult }

export interface Interpreter {
  /** Fetches what is needed, or takes it from `parts`; tells on `port` how far that is, at once for the first time, and is told there that other things come. */
  load: (options: LoadOptions, port: MessagePort, parts?: MessagePort) => Promise<LoadResult>
  /** Runs a program in a fresh interpreter; what happens is told on `port`, last of all how it ended. `rope` is that of the bell that interrupts it. */
  run: (request: RunRequest, port: MessagePort, rope: Rope | null) => Promise<void>
  /** Sends what an interpreter is made of to another worker. */
  hand: (port: MessagePort) => void
  /** Makes the next interpreter; resolves when it is ready, or with false where this worker should be replaced. */
  renew: () => Promise<boolean>
  /** Runs common work in an interpreter to be thrown away, until it is done or a program is to be run. */
  warmUp: () => Promise<void>
  /** Ends that, since a program runs elsewhere. */
  rest: () => void
}
