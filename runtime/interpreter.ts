/** What a worker offers to the session: load, then run programs, each in an interpreter of its own. */
import type { PyodideAPI } from 'pyodide'
import type { PyCallable } from 'pyodide/ffi'
import type { Rope } from './bell.ts'
import { boot, NetworkError, type Foundry } from './boot.ts'
import type { ReadAsset } from './manifest.ts'
import { heapOf } from './memory.ts'
import type { OutputMessage } from './output.ts'
import { missingAbility, networkProblem, unloadable } from './problems.ts'
import type { CallMessage } from './processes/calls.ts'
import { receiveParts, sendParts } from './processes/parts.ts'
import { runProgram } from './program.ts'
import type { Problem, RunRequest, RunResult } from './protocol.ts'

export interface LoadOptions {
  base: string
  snapshot?: boolean
}

/** What was loaded, or why it could not be. */
export type LoadResult =
  | { ok: true, python: string, pyodide: string, fromSnapshot: boolean }
  | { ok: false, problem: Problem }

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
  /** Fetches what is needed, or takes it from `parts`; the part that is loaded, from 0 to 1, is told on `port`. */
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

/**
 * A worker that has made so many interpreters, or one with so much memory, is replaced by a new one:
 * engines are slow to collect WebAssembly memory, which goes at once when its worker ends.
 */
const interpretersPerWorker = 4
const keptHeapBytes = 128 * 2 ** 20

/** Of some 20 ms each, after which the engine has compiled the most used of the interpreter anew. */
const warmUpSteps = 24

/** The worker's side, where `reader(base)` says how assets are read. */
export function createWorkerInterpreter(reader: (base: string) => ReadAsset): Interpreter {
  let foundry: Foundry | null = null
  let next: Promise<PyodideAPI> | null = null
  let isSpent = false
  let made = 1
  let isWanted = false

  return {
    async load({ base, snapshot }, port, parts) {
      const progress = (part: number) => port.postMessage(part)
      const missing = missingAbility()
      if (missing) return { ok: false, problem: missing }
      try {
        const handed = parts && await receiveParts(parts)
        foundry = await boot({ base, read: reader(base), progress, snapshot, handed })
        next = Promise.resolve(foundry.first)
        const { python, pyodide } = foundry.manifest
        return { ok: true, python, pyodide, fromSnapshot: foundry.fromSnapshot }
      }
      catch (error) {
        return { ok: false, problem: error instanceof NetworkError ? networkProblem : unloadable(error) }
      }
    },

    async run(request, port, rope) {
      isWanted = true
      const pyodide = await (next ?? foundry!.create())
      next = null
      const result = await runProgram(pyodide, request, port, foundry!.parts, rope)
      isSpent = heapOf(pyodide) > keptHeapBytes || result.kind === 'lost'
      const ended: RunMessage = { kind: 'ended', result }
      port.postMessage(ended)
    },

    hand(port) {
      sendParts(port, foundry?.parts ?? null)
    },

    async renew() {
      if (isSpent || !foundry || made++ >= interpretersPerWorker) return false
      next = foundry.create()
      return next.then(() => true, () => false)
    },

    async warmUp() {
      if (!foundry?.fromSnapshot || isWanted) return
      const pyodide = await foundry.create()
      const step = pyodide.pyimport('lab.warm_up').step as PyCallable
      for (let number = 0; number < warmUpSteps && !isWanted; number++) await step.callPromising(number)
    },

    rest() {
      isWanted = true
    },
  }
}
