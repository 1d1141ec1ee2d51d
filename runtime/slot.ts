/** One worker, seen from the page: loaded once, then one run after another until it is ended. */
import * as Comlink from 'comlink'
import { hangBell } from './bell.ts'
import type { Interpreter, LoadResult, RunMessage } from './interpreter.ts'
import { crashed } from './problems.ts'
import type { HostMessage } from './processes/calls.ts'
import type { Problem, RunRequest } from './protocol.ts'

/** A worker of the browser or of Node. */
export interface WorkerHandle {
  endpoint: Comlink.Endpoint
  /** Calls `listener` when the worker ends by itself or cannot be started. */
  onCrash: (listener: (message: string) => void) => void
  terminate: () => void
}

export type SpawnWorker = () => WorkerHandle

/** Tells the program that runs something. */
export type Answer = (message: HostMessage, transfer?: Transferable[]) => void

export interface Slot {
  /** What an interpreter is made of is taken from `parts`, where that is given. */
  load: (base: string, progress: (part: number) => void, parts?: MessagePort) => Promise<LoadResult>
  /**
   * Begins a run; the last thing told is how it ended, unless the slot is ended first. Returns the way to interrupt it,
   * which a search, a play and a child process cannot be.
   */
  run: (request: RunRequest, told: (message: RunMessage, answer: Answer) => void) => (() => void) | null
  /** A port for another's `load`, on which this worker sends what it has; the other fetches by itself where nothing comes. */
  parts: () => MessagePort
  /** Whether the worker made itself a fresh interpreter. */
  renew: () => Promise<boolean>
  /** Makes what runs later faster, until `rest()` or a run. */
  warmUp: () => void
  rest: () => void
  /** Resolves when the worker ended by itself. */
  crashed: Promise<Problem>
  /** Ends the worker. What it had sent before is still told. */
  end: () => void
}

export function openSlot(spawn: SpawnWorker): Slot {
  const worker = spawn()
  const interpreter = Comlink.wrap<Interpreter>(worker.endpoint)
  const crash = new Promise<Problem>(resolve => worker.onCrash(message => resolve(crashed(message))))

  return {
    load(base, progress, parts) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = event => progress(event.data as number)
      const ports: [MessagePort, MessagePort?] = parts ? [port2, parts] : [port2]
      const loaded = interpreter.load({ base }, ...ports.map(port => Comlink.transfer(port!, [port!])) as typeof ports)
      return Promise.race([loaded, crash.then((problem): LoadResult => ({ ok: false, problem }))])
        .finally(() => port1.close())
    },

    run(request, told) {
      const { port1, port2 } = new MessageChannel()
      const bell = request.explore || request.play || request.child ? null : hangBell()
      const tell = (message: RunMessage) => {
        if (message.kind === 'ended') {
          bell?.ring()
          port1.close()
        }
        told(message, (reply, transfer = []) => port1.postMessage(reply, transfer))
      }
      port1.onmessage = event => tell(event.data as RunMessage)
      const begun = performance.now()
      void crash.then(problem => tell({ kind: 'ended', result: { kind: 'lost', problem, duration: performance.now() - begun } }))
      void interpreter.run(request, Comlink.transfer(port2, [port2]), bell?.rope ?? null)
      return bell && (() => {
        const message: HostMessage = { kind: 'interrupt' }
        port1.postMessage(message)
        bell.ring()
      })
    },

    parts() {
      const { port1, port2 } = new MessageChannel()
      void interpreter.hand(Comlink.transfer(port1, [port1]))
      return port2
    },

    renew: () => Promise.race([interpreter.renew(), crash.then(() => false)]),
    warmUp: () => void interpreter.warmUp().catch(() => {}),
    rest: () => void interpreter.rest(),
    crashed: crash,
    end: () => worker.terminate(),
  }
}
