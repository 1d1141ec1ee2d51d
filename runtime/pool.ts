/**
 * A session: one worker at work, one spare, runs in turn.
 *
 * Every run gets an interpreter of its own. When a run ends, its worker makes itself a fresh one,
 * while the next run starts at once on the other worker. Stop interrupts the program, as Ctrl+C does; one that is
 * not over soon, or is stopped again, is ended with its worker, and the other takes over.
 */
import { createCollector } from './collector.ts'
import type { RunMessage } from './interpreter.ts'
import type { Entry, Job } from './job.ts'
import type { PlayCommand, Position } from './play.ts'
import { openKernel, rootPid, type Kernel } from './processes/kernel.ts'
import type { Problem, RunResult } from './protocol.ts'
import { relay } from './relay.ts'
import type { Run, Session, SessionState } from './session.ts'
import { openSlot, type Answer, type SpawnWorker } from './slot.ts'
import { ofProcess, type WireEvent } from './wire.ts'

/** A stopped program is ended after so many ms: where it did not meet the interrupt, and from when it did. */
const patience = { unmet: 350, met: 300 }

/** A program that cannot be interrupted may go on for so many ms, so that what it had printed can arrive. */
const grace = 60

/** The spare is opened so many ms after the first worker is ready, so as not to slow the first run down. */
const spareDelay = 300

export function createSession(base: string, spawn: SpawnWorker, closed: () => void = () => {}): Session {
  const entries = new Set<Entry>()
  const queue: Job[] = []
  const listeners = new Set<(state: SessionState) => void>()
  let state: SessionState = { kind: 'idle' }
  let current: Job | null = null
  let progress = 0
  let problem: Problem | null = null
  let disposed = false
  let isWarm = false

  const find = (status: Entry['status']) => [...entries].find(entry => entry.status === status)

  function publish(): void {
    const next: SessionState = current && !current.giveWay ? { kind: 'running' }
      : find('ready') ?? find('renewing') ? { kind: 'ready' }
        : entries.size > 0 ? { kind: 'loading', progress }
          : problem ? { kind: 'failed', problem } : { kind: 'idle' }
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener(state)
  }

  /** Opens a worker where one is missing: the first at once, the spare when the first is there and no child processes want the cores. */
  function provide(): void {
    if (disposed || current?.kernel || find('loading') || entries.size >= 2) return
    // A host may forbid the browser to keep what it fetched, and some files are too large for some caches.
    const parts = find('ready')?.slot.parts()
    const entry: Entry = { slot: openSlot(spawn), status: 'loading' }
    entries.add(entry)
    progress = 0
    void entry.slot.crashed.then(() => drop(entry))
    void entry.slot.load(base, (part) => {
      progress = part
      publish()
    }, parts).then((result) => {
      if (!entries.has(entry)) return
      if (result.ok) return ready(entry)
      problem = result.problem
      drop(entry)
    })
  }

  function ready(entry: Entry): void {
    entry.status = 'ready'
    problem = null
    pump()
    if (entries.size < 2) setTimeout(provide, spareDelay)
    else warmUp(entry)
    publish()
  }

  /** Once, in the spare: what one worker's engine compiles, all of them share. */
  function warmUp(entry: Entry): void {
    if (isWarm || current || entry.status !== 'ready') return
    isWarm = true
    entry.slot.warmUp()
  }

  /** Gives up a worker; where none is left, runs that wait for one cannot go on. */
  function drop(entry: Entry): void {
    if (!entries.delete(entry)) return
    entry.slot.end()
    if (entries.size === 0 && problem) {
      for (const job of queue.splice(0)) job.settle({ kind: 'lost', problem, duration: 0 })
    }
    publish()
  }

  function pump(): void {
    if (queue.length === 0) return
    if (current) return current.giveWay?.()
    const entry = find('ready')
    if (!entry) return provide()
    const job = queue.shift()!
    current = job
    job.entry = entry
    entry.status = 'running'
    for (const other of entries) if (other.status === 'ready') other.slot.rest()
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
    if (result.kind === 'lost' || !isOver) drop(entry)
    else void renew(entry)
    if (job.kernel || !entries.has(entry)) provide()
    pump()
    publish()
  }

  async function renew(entry: Entry): Promise<void> {
    entry.status = 'renewing'
    if (await entry.slot.renew()) {
      if (entries.has(entry)) ready(entry)
      return
    }
    drop(entry)
    provide()
    pump()
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
      if (entries.size === 0) provide()
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
    dispose() {
      disposed = true
      for (const job of queue.splice(0)) job.settle({ kind: 'stopped', duration: 0 })
      if (current) end(current, 0)
      for (const entry of entries) entry.slot.end()
      entries.clear()
      publish()
      listeners.clear()
      closed()
    },
  }
}
