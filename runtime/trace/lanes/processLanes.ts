/** The lanes of processes, each with a GIL of its own, beside the program's own threads: who runs, on one clock. */
import type { HandOff, Lanes, MarkKind, Message } from './lanes.ts'
import { finished, LaneWriter } from './laneWriter.ts'
import { Crew, type ProcessLane } from './processCrew.ts'
import { letterOf } from '../threadNames.ts'
import type { Trace, TraceEvent } from '../trace.ts'

/** Threads by which the library carries what goes to processes; they have no lane of their own. */
const helper = /^(_ExecutorManagerThread|QueueFeederThread)$|\(_handle_(workers|tasks|results)\)$/

const marked = new Set<string>(['print', 'raise', 'put', 'get', 'acquire', 'release'] satisfies MarkKind[])

export interface ProcessLanes extends Lanes {
  /** The process in which an event happened, 0 for the program's own. */
  processOf: ReadonlyMap<TraceEvent, number>
  /** The lane of each process that was started. */
  laneOfProcess: ReadonlyMap<number, number>
}

/** A lane for the program, for each thread that it starts, and for each process, in the order of creation. */
export function processLanes({ events: own, children, duration }: Trace): ProcessLanes {
  const processOf = new Map<TraceEvent, number>()
  for (const event of own) processOf.set(event, 0)
  for (const { process, events } of children) for (const event of events) processOf.set(event, process)
  const events = [...processOf.keys()].sort((one, other) => one.time - other.time)

  const lanes: LaneWriter[] = []
  const crews = new Map<number, Crew>()
  const handOffs: HandOff[] = []
  const arrows = new Arrows()
  const laneOfProcess = new Map<number, number>()
  let threads = 0
  /** Who had the program's GIL last, and why it let go. */
  let last: { lane: ProcessLane, why: TraceEvent['kind'] } | null = null

  function addLane(id: number, letter: string, name: string): LaneWriter {
    const writer = new LaneWriter({ id, order: lanes.length, letter, name })
    lanes.push(writer)
    return writer
  }
  /** A process of which nothing but its own events is known, since the trace began later, gets a lane too. */
  function crewOf(process: number, name = `Process ${process}`, stage: ProcessLane['stage'] = null): Crew {
    let crew = crews.get(process)
    if (crew) return crew
    crews.set(process, crew = new Crew())
    const writer = process === 0 ? addLane(1, 'M', 'MainThread') : addLane(-process, `P${crews.size - 1}`, name)
    laneOfProcess.set(process, writer.order)
    crew.add(1, crew.addLane(writer, stage))
    return crew
  }
  crewOf(0)

  for (const [index, event] of events.entries()) {
    const process = processOf.get(event)!
    const crew = crewOf(process)
    if (event.kind === 'cut') {
      crew.cut(index)
      continue
    }
    const lane = crew.laneOf(event.thread)
    const { writer } = lane
    writer.at(index, event.line)
    if (event.kind === 'start' && process === 0 && !helper.test(event.name)) {
      writer.mark(index, 'start')
      crew.add(event.child, crew.addLane(addLane(event.child, letterOf(++threads), event.name)))
    }
    if (event.kind === 'spawn') {
      writer.mark(index, 'start')
      crewOf(event.process, event.name, 'spawn').write(index, 'spawn')
    }
    if (event.kind === 'send') arrows.send(event, index, writer.order)
    if (event.kind === 'receive') arrows.receive(event, index, writer.order)
    if (event.kind === 'run' && process === 0) {
      if (last && last.lane !== lane) handOffs.push({ event: index, from: last.lane.writer.order, to: writer.order, why: last.why })
      last = { lane, why: 'run' }
    }
    if (last?.lane === lane && ['interval', 'yield', 'wait', 'end'].includes(event.kind)) last.why = event.kind
    if (marked.has(event.kind)) writer.mark(index, event.kind as MarkKind)
    if (event.kind === 'exit') ends(crews.get(event.process)?.lanes[0], index, event)

    crew.take(event)
    crew.write(index, event.kind)
    // What a trace tells of a thread before its first turn is told by a running one.
    if (writer.slices.length === 0 && !writer.open && lane.stage === null && !crew.isCut) writer.change(index, 'running', 'run')
    if (event.kind === 'end' && (event.thread === 1 || lane !== crew.lanes[0])) ends(lane, index, event)
  }
  return { ...finished({ events, lanes, handOffs, messages: arrows.messages, used: new Map(), duration, isLinear: true }), processOf, laneOfProcess }
}

/** A process or a thread is gone; how a process ended is told by its parent, when that comes to know of it. */
function ends(lane: ProcessLane | undefined, index: number, event: TraceEvent): void {
  if (!lane) return
  if (event.kind === 'exit' && event.code !== 0) lane.writer.mark(index, 'raise')
  if (lane.writer.open) lane.writer.mark(index, 'end')
  lane.writer.close(index, event.kind)
  lane.stage = null
  lane.threads.length = 0
}

/** What is sent through each channel comes out in the same order. */
class Arrows {
  readonly messages: Message[] = []
  readonly #sent = new Map<number, Message[]>()

  send(event: TraceEvent & { kind: 'send' }, index: number, lane: number): void {
    if (event.channel === 0) return
    const began = event.time - event.taken / 1e6
    const message: Message = { sent: index, began, received: null, from: lane, to: null, bytes: event.bytes }
    const waiting = this.#sent.get(event.channel) ?? []
    this.#sent.set(event.channel, waiting)
    // Where the receiver was faster than the sender was told so, the message is known already.
    const known = waiting.find(other => other.from === null && other.bytes === event.bytes)
    if (known) {
      Object.assign(known, { sent: index, began: Math.min(began, known.began), from: lane })
      waiting.splice(waiting.indexOf(known), 1)
    }
    else {
      waiting.push(message)
      this.messages.push(message)
    }
  }

  receive(event: TraceEvent & { kind: 'receive' }, index: number, lane: number): void {
    const waiting = this.#sent.get(event.channel) ?? []
    this.#sent.set(event.channel, waiting)
    const known = waiting.find(other => other.from !== null && other.bytes === event.bytes)
    if (known) {
      Object.assign(known, { received: index, to: lane })
      waiting.splice(waiting.indexOf(known), 1)
      return
    }
    const message: Message = { sent: null, began: event.time, received: index, from: null, to: lane, bytes: event.bytes }
    waiting.push(message)
    this.messages.push(message)
  }
}
