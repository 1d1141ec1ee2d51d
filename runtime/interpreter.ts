/** What a worker offers to the session: load, then run programs, each in an interpreter of its own. */
import type { PyodideAPI } from 'pyodide'
import type { PyCallable } from 'pyodide/ffi'
import { boot, NetworkError, type Foundry } from './boot.ts'
import { limits } from './limits.ts'
import type { ReadAsset } from './manifest.ts'
import { createOutputBuffer, type OutputMessage } from './output.ts'
import { fatalProblem, missingAbility, networkProblem, unloadable } from './problems.ts'
import type { Problem, RunRequest, RunResult } from './protocol.ts'
import { createStacks } from './stacks.ts'
import { keepTime, realNow, type TimeCell } from './time.ts'

export interface LoadOptions {
  base: string
  snapshot?: boolean
}

/** What was loaded, or why it could not be. */
export type LoadResult =
  | { ok: true, python: string, pyodide: string, fromSnapshot: boolean }
  | { ok: false, problem: Problem }

/** Told by the worker on the port of a run; a question is answered with a line, or null for end of file. */
export type RunMessage =
  | { kind: 'started' }
  | { kind: 'output', output: OutputMessage }
  | { kind: 'ask', prompt: string }
  | { kind: 'ended', result: RunResult }

export interface Interpreter {
  /** Fetches what is needed; the part that is loaded, from 0 to 1, is told on `port`. */
  load: (options: LoadOptions, port: MessagePort) => Promise<LoadResult>
  /** Runs a program in a fresh interpreter; what happens is told on `port`, last of all how it ended. */
  run: (request: RunRequest, port: MessagePort) => Promise<void>
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
    async load({ base, snapshot }, port) {
      const progress = (part: number) => port.postMessage(part)
      const missing = missingAbility()
      if (missing) return { ok: false, problem: missing }
      try {
        foundry = await boot({ base, read: reader(base), progress, snapshot })
        next = Promise.resolve(foundry.first)
        const { python, pyodide } = foundry.manifest
        return { ok: true, python, pyodide, fromSnapshot: foundry.fromSnapshot }
      }
      catch (error) {
        return { ok: false, problem: error instanceof NetworkError ? networkProblem : unloadable(error) }
      }
    },

    async run(request, port) {
      isWanted = true
      const pyodide = await (next ?? foundry!.create())
      next = null
      const result = await runProgram(pyodide, request, port)
      isSpent = heapOf(pyodide) > keptHeapBytes || result.kind === 'lost'
      const ended: RunMessage = { kind: 'ended', result }
      port.postMessage(ended)
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

interface Memory {
  HEAPU8: Uint8Array
  HEAPF64: Float64Array
}

function memoryOf(pyodide: PyodideAPI): Memory {
  return (pyodide as unknown as { _module: Memory })._module
}

function heapOf(pyodide: PyodideAPI): number {
  return memoryOf(pyodide).HEAPU8.length
}

/** The two doubles at `address`; the arrays are looked up each time, since memory that grows gets new ones. */
function timeCell(memory: Memory, address: number): TimeCell {
  const place = address >> 3
  return {
    read: () => memory.HEAPF64[place]!,
    add: seconds => void (memory.HEAPF64[place]! += seconds),
    beat: () => memory.HEAPF64[place + 1]!,
  }
}

const longestTimer = 2 ** 31 - 1

async function pause(milliseconds: number): Promise<void> {
  for (let rest = milliseconds; rest > 0; rest -= longestTimer) {
    await new Promise(resolve => setTimeout(resolve, Math.min(rest, longestTimer)))
  }
}

/** Runs one program; what Pyodide says of a breakdown goes into the result, not to the console or the output. */
async function runProgram(pyodide: PyodideAPI, request: RunRequest, port: MessagePort): Promise<RunResult> {
  const tell = (message: RunMessage, transfer: Transferable[] = []) => port.postMessage(message, transfer)
  const output = createOutputBuffer(
    message => tell({ kind: 'output', output: message }, [message.bytes.buffer]),
    on => listen(on || time !== null),
    request.terminal ? Infinity : limits.wholeBytes,
  )
  let dead = false
  let time = null as TimeCell | null
  let stopTime = () => {}
  let endThread: (error: unknown) => void = () => {}
  const threadFailed = new Promise<never>((_, reject) => void (endThread = reject))
  const memory = memoryOf(pyodide)
  /** Python reads this "signal" every few bytecodes: the one moment to send output and to count work while it computes. */
  const beat = {
    get 0() {
      output.flushIfDue()
      time?.add(time.beat())
      return 0
    },
    set 0(_signal: number) {},
  }
  function listen(on: boolean) {
    if (!dead) pyodide.setInterruptBuffer(on ? beat as unknown as Uint8Array : undefined as never)
  }
  const write = (stream: 'stdout' | 'stderr') => ({
    write: (bytes: Uint8Array) => {
      if (!dead) output.write(stream, bytes)
      return bytes.length
    },
  })
  pyodide.setStdout(write('stdout'))
  pyodide.setStderr(write('stderr'))
  const show = (text: string) => output.write('stdout', new TextEncoder().encode(text))
  let begun = realNow()
  const bridge = {
    started: () => {
      begun = realNow()
      tell({ kind: 'started' })
    },
    ask: (prompt: string) => {
      if (request.terminal) show(prompt)
      output.flush()
      tell({ kind: 'ask', prompt })
      return { promise: new Promise<string | null>((resolve) => {
        port.onmessage = event => resolve(event.data as string | null)
      }) }
    },
    echo: (text: string) => request.terminal || show(text),
    flush: output.flush,
    wait: (seconds: number) => ({ promise: pause(seconds * 1000) }),
    now: () => realNow() / 1000,
    keepTime: (address: number) => {
      time = timeCell(memory, address)
      stopTime = keepTime(time)
      listen(true)
    },
    ...createStacks(endThread),
  }
  const duration = () => realNow() - begun
  const complain = console.error
  console.error = () => {
    dead = true
  }
  try {
    const run = pyodide.pyimport('lab.program').run as PyCallable
    const options = JSON.stringify({ clock: request.clock ?? 'virtual', seed: request.seed ?? 0 })
    const ended = run.callPromising(bridge, request.source, request.file, options)
    const outcome = JSON.parse(await Promise.race([ended, threadFailed])) as RunResult
    return { ...outcome, duration: duration() }
  }
  catch (error) {
    dead = true
    const code = exitCode(error)
    if (code !== null) return { kind: 'exited', code, duration: duration(), virtual: time?.read() ?? 0 }
    return { kind: 'lost', problem: fatalProblem(error, heapOf(pyodide)), duration: duration() }
  }
  finally {
    console.error = complain
    stopTime()
    output.flush()
  }
}

/** The status of `os._exit`, which ends the interpreter without a word; null for anything else. */
function exitCode(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' ? status & 0xFF : null
}
