/** What the threads of one process do, told as what its lanes show: a thread's own lane, or one that stands for several. */
import type { LaneState } from './lanes.ts'
import type { LaneWriter } from './laneWriter.ts'
import type { ProcessStage, TraceEvent, WaitFor } from '../trace.ts'

interface Thread {
  lane: ProcessLane
  state: 'running' | 'ready' | WaitFor | 'ended'
  through: string | null
  /** It pickles, or unpickles, while it runs. */
  way: string | null
}

/** A lane, with what it stands for. */
export interface ProcessLane {
  writer: LaneWriter
  /** How far the life of its process has come; null while it works. */
  stage: ProcessStage | 'spawn' | null
  /** Its threads, of which the first tells what the lane waits for. */
  threads: Thread[]
}

interface Shown {
  state: LaneState
  through: string | null
}

/** Which lock it is does not matter here: these waits look alike. */
const quiet: Partial<Record<WaitFor, LaneState>> = { lock: 'other', thread: 'other', loop: 'sleep' }

/** The threads of one process. Only one of them has the GIL, which is the process's own. */
export class Crew {
  readonly lanes: ProcessLane[] = []
  readonly #threads = new Map<number, Thread>()
  /** The lane of the thread that has the GIL. */
  holder: ProcessLane | null = null
  /** Nothing more is told of it, but whom it starts. */
  isCut = false

  /** A lane for a process that begins, or for a thread that has one of its own. */
  addLane(writer: LaneWriter, stage: ProcessLane['stage'] = null): ProcessLane {
    const lane: ProcessLane = { writer, stage, threads: [] }
    this.lanes.push(lane)
    return lane
  }

  /** The lane of a thread; one that is not known yet is the first lane's. */
  laneOf(thread: number): ProcessLane {
    return this.#thread(thread).lane
  }

  add(thread: number, lane: ProcessLane): void {
    const known: Thread = { lane, state: 'ready', through: null, way: null }
    this.#threads.set(thread, known)
    lane.threads.push(known)
  }

  /** What `event` changes of the threads. */
  take(event: TraceEvent): void {
    const thread = this.#thread(event.thread)
    switch (event.kind) {
      case 'run':
        thread.state = 'running'
        this.holder = thread.lane
        break
      case 'interval':
      case 'yield':
      case 'ready':
        if (event.kind !== 'ready' || thread.state !== 'running') this.#rest(thread, 'ready')
        break
      case 'wait':
        thread.through = event.through
        this.#rest(thread, event.for)
        break
      case 'end':
        this.#rest(thread, 'ended')
        break
      case 'pickle':
        thread.way = event.way
        break
      case 'pickled':
        thread.way = null
        break
      case 'stage':
        this.lanes[0]!.stage = event.name === 'work' ? null : event.name
        break
    }
  }

  /** Writes down, at the event with the number `index`, what each lane shows from then on. */
  write(index: number, because: TraceEvent['kind']): void {
    for (const lane of this.lanes) {
      const { open } = lane.writer
      const next = this.#shown(lane)
      if (!next || (open?.state === next.state && open.through === next.through)) continue
      lane.writer.change(index, next.state, because, null, next.through)
    }
  }

  /** What it does from the event with the number `index` on is not known. */
  cut(index: number): void {
    this.isCut = true
    this.holder = null
    for (const { writer } of this.lanes) if (writer.open) writer.change(index, 'unknown', 'cut')
  }

  #thread(number: number): Thread {
    if (!this.#threads.has(number)) this.add(number, this.lanes[0]!)
    return this.#threads.get(number)!
  }

  #rest(thread: Thread, state: Thread['state']): void {
    if (thread.state === 'running') this.holder = null
    thread.state = state
  }

  /** Null for what it showed before: nobody has the GIL that it waits for, so it will have it in a moment. */
  #shown({ stage, threads, writer }: ProcessLane): Shown | null {
    if (this.isCut) return writer.open || writer.slices.length === 0 ? { state: 'unknown', through: null } : null
    if (stage === 'end') return { state: 'ending', through: null }
    if (stage !== null) return stage === 'unpickle' ? { state: 'pickling', through: 'unpickle' } : { state: 'starting', through: stage }
    const running = threads.find(({ state }) => state === 'running')
    if (running) return running.way === null ? { state: 'running', through: null } : { state: 'pickling', through: running.way }
    const ready = threads.some(({ state }) => state === 'ready')
    if (ready) return this.holder || !writer.open ? { state: 'ready', through: null } : null
    const first = threads.find(({ state }) => state !== 'ended')
    if (!first) return null
    const { state, through } = first
    return { state: quiet[state as WaitFor] ?? state as WaitFor, through }
  }
}
