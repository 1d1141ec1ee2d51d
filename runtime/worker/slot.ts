/** One worker, seen from the page: loaded once, then one run after another until it is ended. */
import * as Comlink from 'comlink'
import { hangBell } from './bell.ts'
import type { Interpreter, LoadResult, RunMessage } from '../border/messages.ts'
import { LoadError, type LoadFault, type LoadProgress } from '../boot/downloads.ts'
import { crashed, loadProblem } from './problems.ts'
import type { HostMessage } from '../border/calls.ts'
import type { Problem, RunRequest } from '../border/protocol.ts'
import { watchSilence } from '../boot/silence.ts'

/** A worker of the browser or of Node. */
export interface WorkerHandle {
  endpoint: Comlink.Endpoint
  /** What brings its script, where it has to be brought. */
  network?: Network
  /** Calls `listener` when the worker ends by itself or cannot be started. */
  onCrash: (listener: (message: string) => void) => void
  /** Ends the worker; Node's promise resolves when it has ended. */
  terminate: () => Promise<unknown> | void
}

export interface Network {
  /** Why the script does not come, or null where it can be had. The next worker asks for it anew. */
  whyNoScript: () => Promise<LoadFault | null>
  /** Calls `heard` whenever something else comes: what is waited for may stand behind it. Returns the way to stop that. */
  listen: (heard: () => void) => () => void
}

/** Rounds of silence after which a worker is given up though its script can be had: then something else of it does not come. */
const patience = 4

export type SpawnWorker = () => WorkerHandle

/** Tells the program that runs something. */
export type Answer = (message: HostMessage, transfer?: Transferable[]) => void

export interface Slot {
  /** What an interpreter is made of is taken from `parts`, where that is given. */
  load: (base: string, progress: (progress: LoadProgress) => void, parts?: MessagePort) => Promise<LoadResult>
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
  end: () => Promise<unknown> | void
}

export function openSlot(spawn: SpawnWorker): Slot {
  const worker = spawn()
  const interpreter = Comlink.wrap<Interpreter>(worker.endpoint)
  const lastWords = new Promise<string>(resolve => worker.onCrash(resolve))
  const crash = lastWords.then(crashed)
  const died = lastWords.then(message => ({ message }))
  /** Resolves at the worker's first word, or when there will be none. */
  const { promise: firstWord, resolve: speaks } = Promise.withResolvers<void>()
  void died.then(() => speaks())

  /** One without a script ends with no word of its own. */
  async function problemOf(message: string): Promise<Problem> {
    const hasNoScript = worker.network && (message === '' || message.includes('SyntaxError'))
    return hasNoScript ? loadProblem(await worker.network!.whyNoScript() ?? 'broken') : crashed(message)
  }

  return {
    async load(base, progress, parts) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = (event) => {
        speaks()
        progress(event.data as LoadProgress)
      }
      const ports: [MessagePort, MessagePort?] = parts ? [port2, parts] : [port2]
      const loaded = interpreter.load({ base }, ...ports.map(port => Comlink.transfer(port!, [port!])) as typeof ports)
      const givenUp = worker.network ? silentUntil(firstWord, worker.network, progress) : loaded
      const stop = worker.network?.listen(() => port1.postMessage(null))
      const end = await Promise.race([loaded, givenUp, died])
      stop?.()
      port1.close()
      return 'message' in end ? { ok: false, problem: await problemOf(end.message) } : end
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
    end() {
      speaks()
      return worker.terminate()
    },
  }
}

/** Tells how long a worker has said nothing, and ends with why it is given up: its script does not come. Where that can be had, the machine is slow, and may be so for long. */
async function silentUntil(firstWord: Promise<void>, { whyNoScript, listen }: Network, progress: (progress: LoadProgress) => void): Promise<LoadResult> {
  const speaks = firstWord.then(() => true)
  for (let round = 0; round < patience; round++) {
    const silence = watchSilence(() => progress({ part: 0, silent: silence.seconds }), () => new LoadError('silent', 'The worker says nothing.'))
    const stop = listen(silence.heard)
    const hasSpoken = await silence.during(speaks).catch(() => false)
    silence.end()
    stop()
    if (hasSpoken) return new Promise(() => {})
    const fault = await whyNoScript()
    if (fault) return { ok: false, problem: loadProblem(fault) }
  }
  return { ok: false, problem: loadProblem('silent') }
}
