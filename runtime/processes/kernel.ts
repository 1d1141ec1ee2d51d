/**
 * The kernel of a run whose program starts processes: it lives in the page, so that a process that
 * computes never keeps the others waiting, and Stop ends them all. Each process is a worker.
 */
import type { OutputMessage } from '../border/messages.ts'
import type { RunRequest } from '../border/protocol.ts'
import type { Slot } from '../worker/slot.ts'
import type { Call, CallMessage, ChildStart, Handle, HostMessage, SharedClock, Value } from '../border/calls.ts'
import { createPipes } from './pipes.ts'

/** A page may have so many children at once. */
const mostChildren = 8

/** The pid of the program that was started; CPython says 42 in WebAssembly. Its children count on. */
export const rootPid = 42

/** How a process that breaks down ends, as by SIGSEGV; and one that its run's end takes along. */
const [brokeDown, killed] = [-11, -9]

type Bytes = Uint8Array<ArrayBuffer>
type Tell = (message: HostMessage, transfer?: Transferable[]) => void

/** What a call came to; undefined while it has to wait. */
type Answer = Value | { value: Value, bytes: Bytes } | undefined

interface Process {
  parent: number
  /** Readable once it has ended. */
  sentinel: Handle
  exitCode: number | null
  tell: Tell
  slot: Slot | null
}

interface Pending {
  pid: number
  ticket: number
  attempt: () => Answer
}

export interface KernelOptions {
  base: string
  request: RunRequest
  /** Opens a worker for a process. */
  openSlot: () => Slot
  /** A process printed. */
  output: (message: OutputMessage, pid: number) => void
  /** Events of a process, as JSON. */
  trace: (events: string, pid: number) => void
  /** Tells the program's own worker something. */
  tell: Tell
}

export interface Kernel {
  /** A process asks for something. */
  take: (pid: number, message: CallMessage) => void
  /** Ends all children. */
  end: () => void
}

export function openKernel({ base, request, openSlot, output, trace, tell }: KernelOptions): Kernel {
  const pipes = createPipes()
  const semaphores = new Map<Handle, { value: number, most: number }>()
  const processes = new Map<number, Process>()
  const sentinels = new Map<Handle, number>()
  let waiting: Pending[] = []
  let lastHandle = 0
  const nextHandle = () => lastHandle += 2

  function enrol(pid: number, parent: number, slot: Slot | null, tell: Tell): Process {
    const process: Process = { parent, sentinel: nextHandle(), exitCode: null, slot, tell }
    processes.set(pid, process)
    sentinels.set(process.sentinel, pid)
    return process
  }
  enrol(rootPid, 1, null, tell)

  function isReady(handle: Handle): boolean {
    const pid = sentinels.get(handle)
    return pid === undefined ? pipes.isReadable(handle) : processes.get(pid)!.exitCode !== null
  }

  /** Does what a call asks, as far as that is possible now; asked again, until it has an answer, when something has changed. */
  function prepare(pid: number, call: Call, bytes: Bytes, clock: SharedClock | null): () => Answer {
    switch (call[0]) {
      case 'pipe': return () => {
        const handle = nextHandle()
        pipes.open(handle, pid)
        return [handle, handle + 1]
      }
      case 'send': {
        const done = pipes.send(call[1], bytes, pid)
        return () => done && pipes.sent(call[1], pid)
      }
      case 'receive': return () => {
        const message = pipes.receive(call[1])
        return message && { value: message.sender, bytes: message.bytes }
      }
      case 'return': return () => done(pipes.return(call[1], bytes))
      case 'wait': return () => {
        const ready = call[1].filter(isReady)
        return ready.length > 0 ? ready : undefined
      }
      case 'share': return () => done(pipes.share(call[1]))
      case 'hold': return () => done(pipes.hold(call[1], pid, true))
      case 'close': return () => done(pipes.close(call[1], pid))
      case 'semaphore': return () => {
        const handle = nextHandle()
        semaphores.set(handle, { value: call[1], most: call[2] })
        return handle
      }
      case 'acquire': return () => {
        const semaphore = semaphores.get(call[1])!
        return semaphore.value > 0 ? done(semaphore.value--) : undefined
      }
      case 'release': return () => {
        const semaphore = semaphores.get(call[1])!
        return semaphore.value < semaphore.most && done(semaphore.value++)
      }
      case 'value': return () => semaphores.get(call[1])!.value
      case 'set': return () => done(semaphores.get(call[1])!.value = call[2])
      case 'spawn': return () => spawn(pid, { held: call[2], began: call[3], data: bytes, clock: clock! })
      case 'exit': return () => processes.get(call[1])?.exitCode ?? undefined
      case 'kill': return () => kill(call[1], call[2])
      case 'cancel': return () => done(cancel(pid, call[1]))
    }
  }

  function done(_nothing: unknown): true {
    return true
  }

  function answer({ pid, ticket }: { pid: number, ticket: number }, answer: Exclude<Answer, undefined>): void {
    const process = processes.get(pid)!
    if (ticket === 0 || process.exitCode !== null) return
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) process.tell({ kind: 'reply', ticket, value: answer })
    else process.tell({ kind: 'reply', ticket, ...answer }, [answer.bytes.buffer])
  }

  /** Lets every call that waits try again, in order, until none gets on. */
  function settle(): void {
    for (let hasChanged = true; hasChanged;) {
      hasChanged = false
      waiting = waiting.filter((pending) => {
        const result = processes.get(pending.pid)!.exitCode === null ? pending.attempt() : null
        if (result === undefined) return true
        hasChanged = true
        answer(pending, result)
        return false
      })
    }
  }

  function cancel(pid: number, ticket: number): void {
    const place = waiting.findIndex(pending => pending.pid === pid && pending.ticket === ticket)
    if (place >= 0) answer(waiting.splice(place, 1)[0]!, null)
  }

  function spawn(parent: number, { held, ...start }: Pick<ChildStart, 'began' | 'data' | 'clock'> & { held: Handle[] }): Answer {
    const alive = [...processes.values()].filter(({ slot, exitCode }) => slot && exitCode === null)
    if (alive.length >= mostChildren) return false
    const pid = rootPid + processes.size
    const { sentinel } = processes.get(parent)!
    const slot = openSlot()
    const channel = new MessageChannel()
    processes.get(parent)!.tell({ kind: 'parts', port: channel.port1 }, [channel.port1])
    const child = enrol(pid, parent, slot, () => {})
    for (const handle of held) pipes.hold(handle, pid)
    void slot.load(base, () => {}, channel.port2).then((loaded) => {
      if (child.exitCode !== null) return
      if (!loaded.ok) return complain(pid, loaded.problem.sentence)
      slot.run({ ...request, child: { pid, parent, sentinel, ...start } }, (message, tell) => {
        child.tell = tell
        if (message.kind === 'output') output(message.output, pid)
        else if (message.kind === 'trace') trace(message.events, pid)
        else if (message.kind === 'call') take(pid, message)
        else if (message.kind === 'started') news(parent, 'boot', pid)
        else if (message.kind === 'ended') {
          const { result } = message
          if (result.kind === 'lost') complain(pid, result.problem.sentence)
          else ended(pid, result.kind === 'exited' ? result.code : 0)
        }
      })
    })
    return [pid, child.sentinel]
  }

  function news(pid: number, ...value: [string, ...number[]]): void {
    const process = processes.get(pid)
    if (process && process.exitCode === null) process.tell({ kind: 'reply', ticket: 0, value })
  }

  /** A process broke down: its sentence goes where its errors would. */
  function complain(pid: number, sentence: string): void {
    if (processes.get(pid)!.exitCode !== null) return
    const bytes = new TextEncoder().encode(`${sentence}\n`)
    output({ bytes, runs: [-bytes.length], lines: 1, total: bytes.length }, -pid)
    ended(pid, brokeDown)
  }

  function ended(pid: number, code: number): void {
    const process = processes.get(pid)!
    if (process.exitCode !== null) return
    process.exitCode = code
    process.slot?.end()
    pipes.closeAll(pid)
    news(process.parent, 'exit', pid, code)
    settle()
  }

  function kill(pid: number, signal: number): boolean {
    const process = processes.get(pid)
    if (!process?.slot || process.exitCode !== null) return false
    if (signal > 0) ended(pid, -signal)
    return true
  }

  function take(pid: number, { ticket, patient, call, bytes, clock }: CallMessage): void {
    if (processes.get(pid)!.exitCode !== null) return
    const attempt = prepare(pid, call, bytes ?? new Uint8Array(), clock)
    const result = attempt()
    if (result !== undefined) answer({ pid, ticket }, result)
    else if (patient) waiting.push({ pid, ticket, attempt })
    else answer({ pid, ticket }, null)
    settle()
  }

  return {
    take,
    end() {
      for (const process of processes.values()) {
        process.exitCode ??= killed
        process.slot?.end()
      }
    },
  }
}
