/** One program in one interpreter: what it may ask of its host, and how it ends. */
import type { PyodideAPI } from 'pyodide'
import type { PyCallable } from 'pyodide/ffi'
import { putFiles } from '../boot/boot.ts'
import type { Exploration } from '../schedules/exploration.ts'
import { drawLots } from '../boot/entropy.ts'
import { createBeat } from './beat.ts'
import { createInterrupts } from './interrupts.ts'
import { limits } from '../limits.ts'
import { createLook } from '../memory/objects/objectsBridge.ts'
import { createRequests } from '../memory/requests/requestsBridge.ts'
import type { HandedParts } from '../boot/machine.ts'
import { heapOf, memoryOf } from '../boot/interpreterMemory.ts'
import type { Rope, RunMessage } from '../border/messages.ts'
import { createOutputBuffer } from './output.ts'
import { fatalProblem } from './problems.ts'
import type { SharedClock } from '../border/calls.ts'
import { createMailbox } from './mailbox.ts'
import type { RunRequest, RunResult, Stage } from '../border/protocol.ts'
import { createStacks } from './stacks.ts'
import { absoluteNow, followClock, keepTime, realNow, virtualEpoch } from './time.ts'

const longestTimer = 2 ** 31 - 1

async function pause(milliseconds: number): Promise<void> {
  for (let rest = milliseconds; rest > 0; rest -= longestTimer) {
    await new Promise(resolve => setTimeout(resolve, Math.min(rest, longestTimer)))
  }
}

/** Runs one program; what Pyodide says of a breakdown goes into the result, not to the console or the output. */
export async function runProgram(pyodide: PyodideAPI, request: RunRequest, port: MessagePort, parts: HandedParts | null = null, rope: Rope | null = null): Promise<RunResult> {
  const tell = (message: RunMessage, transfer: Transferable[] = []) => port.postMessage(message, transfer)
  const output = createOutputBuffer(
    message => tell({ kind: 'output', output: message }, [message.bytes.buffer]),
    request.terminal ? Infinity : limits.wholeBytes,
  )
  const interrupts = createInterrupts(rope, () => {
    output.flush()
    tell({ kind: 'interrupted' })
  })
  let dead = false
  let isVirtual = false
  let clock: SharedClock = request.child?.clock ?? { origin: performance.timeOrigin, epoch: null }
  let stopTime = request.child ? followClock(clock) : () => {}
  let endThread: (error: unknown) => void = () => {}
  const threadFailed = new Promise<never>((_, reject) => void (endThread = reject))
  const stacks = createStacks(pyodide, endThread)
  const beat = createBeat(memoryOf(pyodide), { flush: output.flushIfDue, signal: interrupts.signal, room: stacks.room })
  pyodide.setInterruptBuffer(beat.buffer as unknown as Uint8Array)
  const write = (stream: 'stdout' | 'stderr') => ({
    write: (bytes: Uint8Array) => {
      if (!dead) output.write(stream, bytes)
      return bytes.length
    },
  })
  pyodide.setStdout(write('stdout'))
  pyodide.setStderr(write('stderr'))
  const show = (text: string) => output.write('stdout', new TextEncoder().encode(text))
  const looking = createLook(pyodide, request.objects?.header ?? null, scenes => tell({ kind: 'objects', scenes }))
  let begun = realNow()
  const mailbox = createMailbox({ port, flush: output.flush, clock: () => clock, parts, interrupts })
  function question(message: RunMessage) {
    looking.flush()
    tell(message)
    return { promise: mailbox.line() }
  }
  const bridge = {
    started: () => {
      begun = realNow()
      tell({ kind: 'started' })
    },
    ask: (prompt: string) => {
      if (request.terminal) show(prompt)
      output.flush()
      return question({ kind: 'ask', prompt })
    },
    position: (position: string) => question({ kind: 'position', position }),
    echo: (text: string) => request.terminal || show(text),
    flush: output.flush,
    wait: (seconds: number) => ({ promise: interrupts.cutShort(pause(seconds * 1000)) }),
    now: () => realNow() / 1000,
    cores: navigator.hardwareConcurrency ?? 1,
    keepTime: (address: number, virtual: boolean) => {
      isVirtual = virtual
      if (virtual) stopTime = keepTime(beat)
      return beat.keep(address, virtual)
    },
    trace: (events: string) => tell({ kind: 'trace', events }),
    found: (finding: string) => tell({ kind: 'found', finding }),
    graded: (event: string) => tell({ kind: 'graded', event }),
    drawLots,
    shareTime: (seconds: number) => {
      stopTime()
      clock = { origin: absoluteNow() - seconds * 1000, epoch: virtualEpoch }
      stopTime = followClock(clock)
    },
    ...looking.bridge,
    ...createRequests(pyodide, parts?.manifest.mimalloc ?? null),
    memory: () => heapOf(pyodide),
    progress: (schedules: number) => tell({ kind: 'progress', schedules }),
    ...mailbox,
    ...interrupts.bridge,
    ...stacks.bridge,
  }
  const duration = () => realNow() - begun
  const complain = console.error
  console.error = () => {
    dead = true
  }
  try {
    const { clock = 'virtual', seed = 0, trace = false, names = false, objects, look = null, explore, play, grade, child } = request
    const how = { clock, seed, switch: request.switch ?? 'gil', trace, objects: objects !== undefined, names, look }
    const entry = grade ? 'grading.grade.grade' : play ? 'schedules.play.play' : explore ? 'schedules.explore.explore' : child ? 'run.child.run' : 'run.program.run'
    const options = JSON.stringify(grade ? { ...grade, seed } : play ? { ...play, seed } : explore ? { ...explore, seed } : child ? { pid: child.pid, parent: child.parent, sentinel: child.sentinel, seed, began: child.began } : how)
    putFiles(pyodide, pyodide.FS.cwd(), request.modules ?? {})
    const start = pyodide.pyimport(`lab.${entry}`) as PyCallable
    const close = pyodide.pyimport('lab.system.walls.close') as PyCallable
    close()
    const ended = start.callPromising(bridge, request.source, request.file, options, ...child ? [child.data] : [])
    const outcome = JSON.parse(await Promise.race([ended, threadFailed])) as object
    if (grade) return { kind: 'graded', ...outcome as { stage: Stage, message: string }, duration: duration() }
    if (play) return { kind: 'played', error: (outcome as { error?: string }).error ?? null, duration: duration() }
    if (explore) return { kind: 'explored', exploration: outcome as Exploration, duration: duration() }
    if (interrupts.bridge.stopped()) return { kind: 'stopped', duration: duration() }
    return { ...outcome as RunResult, duration: duration() }
  }
  catch (error) {
    dead = true
    const code = exitCode(error)
    if (code !== null) return { kind: 'exited', code, duration: duration(), virtual: isVirtual ? beat.read() : null }
    return { kind: 'lost', problem: fatalProblem(error, heapOf(pyodide)), duration: duration() }
  }
  finally {
    console.error = complain
    stopTime()
    drawLots(null)
    if (!dead) pyodide.setInterruptBuffer(undefined as never)
    looking.flush()
    output.flush()
    looking.flush()
    output.flush()
  }
}

/** The status of `os._exit`, which ends the interpreter without a word; null for anything else. */
function exitCode(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' ? status & 0xFF : null
}
