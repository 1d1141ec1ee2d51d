/**
 * A session: one worker at work, one spare, runs in turn.
 *
 * Every run gets an interpreter of its own. When a run ends, its worker makes itself a fresh one,
 * while the next run starts at once on the other worker. Stop interrupts the program, as Ctrl+C does; one that is
 * not over soon, or is stopped again, is ended with its worker, and the other takes over.
 */
import { createCollector } from './shownOutput.ts'
import { openCrew } from './crew.ts'
import type { RunMessage } from '../border/messages.ts'
import type { Job } from './job.ts'
import type { PlayCommand, Position } from '../schedules/play.ts'
import { openKernel, rootPid, type Kernel } from '../processes/kernel.ts'
import type { RunResult } from '../border/protocol.ts'
import { relay } from './relay.ts'
import type { Run, Session, SessionState } from './session.ts'
import { openSlot, type Answer, type SpawnWorker } from '../worker/slot.ts'
import { ofProcess, type WireEvent } from '../trace/wire.ts'

/**
 * A stopped program is ended after so many ms: where it did not meet the interrupt, and from when it did. Long enough for a machine
 * that is busy, since what a program prints at its end is lost otherwise; who cannot wait presses Stop again.
 */
export const patience = { unmet: 1000, met: 500 }

/** A program that cannot be interrupted may go on for so many ms, so that what it had printed can arrive. */
const grace = 60

interface SessionOptions {
  /** Called when the session is disposed of. */
  closed?: () => void
  /** One worker a run, and no spare. */
  single?: boolean
}

export function createSession(base: string, spawn: SpawnWorker, { closed, single = false }: SessionOptions = {}): Session {
  const queue: Job[] = []
  const listeners = new Set<(state: SessionState) => void>()
  let state: SessionState = { kind: 'idle' }
  let current: Job | null = null
  let disposed = false

  const crew = openCrew({
    base, spawn, single,
    busy: () => current?.kernel ? 'processes' : current !== null,
    ready: pump,
    // Runs that wait for a worker cannot go on.
    lost: problem => queue.splice(0).forEach(job => job.settle({ kind: 'lost', problem, duration: 0 })),
    changed: publish,
  })

  function publish(): void {
    const next: SessionState = current && !current.giveWay ? { kind: 'running' } : crew.state
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener(state)
  }

  function pump(): void {
    if (queue.length === 0) return
    if (current) return current.giveWay?.()
    const entry = crew.take()
    if (!entry) return crew.provide()
    const job = queue.shift()!
    current = job
    job.entry = entry
    job.interrupt = entry.slot.run(job.request, (message, answer) => told(job, message, answer))
    publish()
  }

  function told(job: Job, message: RunMessage, answer: Answer): void {
    if (message.kind === 'ended') return finished(job, message.result)
    if (current !== job) return
    if (message.kind === 'interrupted') return job.interrupt ? endAfter(job, patience.met) : undefined
    if (relay(message, job)) return
    if (message.kind === 'position') stands(job, JSON.parse(message.position) as Position, answer)
    else if (message.kind === 'started') {
      job.begun = performance.now()
      job.listener.started()
    }
    else if (message.kind === 'call') (job.kernel ??= kernelOf(job, answer)).take(rootPid, message)
    else {
      const tell = (line: string | null) => answer({ kind: 'line', line })
      void job.listener.input(message.prompt).then(tell, () => tell(null))
    }
  }

  function kernelOf({ request, collector, listener }: Job, tell: Answer): Kernel {
    return openKernel({
      base, request, tell,
      openSlot: () => openSlot(spawn),
      output: (message, pid) => collector.take(message, pid),
      trace: (events, pid) => listener.trace?.(ofProcess(pid, JSON.parse(events) as WireEvent[])),
    })
  }

  /** A program that is played waits for its next move, unless another wants to run. */
  function stands(job: Job, position: Position, answer: Answer): void {
    const reply = (command: PlayCommand | null) => {
      if (job.giveWay !== giveWay) return
      job.giveWay = null
      answer({ kind: 'line', line: command && JSON.stringify(command) })
      publish()
    }
    const giveWay = job.giveWay = () => reply(null)
    const next = job.listener.position?.(position) ?? Promise.resolve(null)
    void next.then(reply, giveWay)
    pump()
    publish()
  }

  /** `isOver` is false where the worker is still at it. */
  function finished(job: Job, result: RunResult, isOver = true): void {
    if (current !== job) return
    const entry = job.entry!
    current = null
    clearTimeout(job.patience)
    job.kernel?.end()
    job.collector.finish()
    job.settle(result)
    if (result.kind === 'lost' || !isOver) crew.drop(entry)
    else crew.renew(entry)
    if (!single && (job.kernel || !crew.has(entry))) crew.provide()
    pump()
    publish()
  }

  function stop(job: Job): void {
    const place = queue.indexOf(job)
    if (place >= 0) {
      queue.splice(place, 1)
      job.settle({ kind: 'stopped', duration: 0 })
    }
    else if (current === job && job.giveWay) job.giveWay()
    else if (current === job) {
      if (job.patience !== undefined || job.begun === null) job.interrupt = null
      endAfter(job, job.interrupt ? patience.unmet : grace)
      job.interrupt?.()
    }
  }

  function endAfter(job: Job, milliseconds: number): void {
    clearTimeout(job.patience)
    job.patience = setTimeout(() => end(job), milliseconds)
  }

  const end = (job: Job, duration = job.begun === null ? 0 : performance.now() - job.begun) => finished(job, { kind: 'stopped', duration }, false)

  function dispose(): Promise<unknown> {
    disposed = true
    for (const job of queue.splice(0)) job.settle({ kind: 'stopped', duration: 0 })
    if (current) end(current, 0)
    const ended = crew.end()
    publish()
    listeners.clear()
    closed?.()
    return ended
  }

  return {
    get state() {
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
    load() {
      if (crew.state.kind === 'idle' || crew.state.kind === 'failed') crew.provide()
      publish()
    },
    run(request, listener): Run {
      const { promise, resolve } = Promise.withResolvers<RunResult>()
      const collector = createCollector(listener, request.terminal)
      const job: Job = { request, listener, collector, kernel: null, entry: null, begun: null, interrupt: null, patience: undefined, giveWay: null, settle: resolve }
      if (disposed) resolve({ kind: 'stopped', duration: 0 })
      else queue.push(job)
      pump()
      publish()
      return { result: promise, stop: () => stop(job), whole: collector.whole }
    },
    dispose: () => void dispose(),
    async close() {
      await crew.settle()
      await dispose()
    },
  }
}
