/** A run as lanes side by side: what each thread, or each task, was doing from which event to which. */
import type { TraceEvent, WaitFor } from '../trace.ts'

/**
 * `ready`: it could go on and waits for its turn (for the GIL); `blocking`: a task that keeps its loop from all others;
 * `starting`: a process that cannot run the program yet, and `ending`: one that has done so; `pickling`: objects are made bytes for another, or bytes objects;
 * `unknown`: it went on, but nobody tells how, since so much was told before.
 */
export type LaneState = 'unknown' | 'running' | 'ready' | 'blocking' | 'starting' | 'ending' | 'pickling' | WaitFor

/** Doing one thing, from the event `from` up to the event `to`; both are places in `Lanes.events`, `to` its length where it went on to the end. */
export interface Slice {
  from: number
  to: number
  state: LaneState
  /** The program's line at which it began, counted from 1. */
  line: number | null
  /** What it waits for, and the library function that does; of a start-up or of pickling, what of it. */
  object: number | null
  through: string | null
  /** The kind of the event that ended it; null where it went on to the end of the run. */
  ended: TraceEvent['kind'] | null
}

/** Something that happened in a lane at an event. */
export type MarkKind = 'print' | 'raise' | 'acquire' | 'release' | 'put' | 'get' | 'start' | 'end'

export interface Mark {
  event: number
  kind: MarkKind
}

export interface Lane {
  /** The thread's or the task's number in the trace. */
  id: number
  /** Its place, from 0, in the order of creation: the number of its colour. */
  order: number
  letter: string
  name: string
  slices: Slice[]
  marks: Mark[]
  /** In the order in which they ended. */
  holds: Hold[]
  /** Its line from the event at the same place in `lineEvents` on. */
  lines: number[]
  lineEvents: number[]
}

/** A lane has a lock from the event `from` up to the event `to`. */
export interface Hold {
  object: number
  from: number
  to: number
}

/** The GIL went from lane `from` to lane `to`, places in `Lanes.lanes`, at `event`; `why` ended the slice before. */
export interface HandOff {
  event: number
  from: number
  to: number
  why: TraceEvent['kind']
}

/** Bytes went from one process to another: lanes `from` and `to`; null while they are under way, or where only one end is known. */
export interface Message {
  /** The events at which they had been taken, and had arrived. */
  sent: number | null
  received: number | null
  /** Seconds at which they were sent; the pipe may have been full until later. */
  began: number
  from: number | null
  to: number | null
  bytes: number
}

export interface Lanes {
  events: readonly TraceEvent[]
  lanes: Lane[]
  handOffs: HandOff[]
  messages: Message[]
  /** Objects that were waited for or used, each with its place in the order of first use: the number of its colour and shape. */
  used: Map<number, number>
  /** Seconds. */
  duration: number
  /** The number of the event from which on nothing is told of any lane, since too much was before; null where all is told to the end. */
  known: number | null
  /** The number of the event from which on lines may go untold. */
  silence: number
  /** A second is as wide as any other: real times are compared. */
  isLinear: boolean
}

/** What a lane is doing right after an event. */
export interface LaneMoment {
  lane: Lane
  /** Null before its start and after its end. */
  slice: Slice | null
  line: number | null
  /** It may have come to other lines since: they are told some times only. */
  isLineOld: boolean
}

/** The place of the last number in ascending `sorted` that is at most `value`; -1 where there is none. */
export function lastAtMost(sorted: ArrayLike<number>, value: number, from = 0, to = sorted.length): number {
  while (from < to) {
    const middle = (from + to) >> 1
    if (sorted[middle]! <= value) from = middle + 1
    else to = middle
  }
  return from - 1
}

/** The slice of a lane that covers `event`; null where there is none. */
export function sliceAt({ slices }: Lane, event: number): Slice | null {
  let from = 0
  let to = slices.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (slices[middle]!.from <= event) from = middle + 1
    else to = middle
  }
  const slice = slices[from - 1]
  return slice && event < slice.to ? slice : null
}

/** What each lane is doing right after `event`. */
export function momentAt({ lanes, silence }: Pick<Lanes, 'lanes' | 'silence'>, event: number): LaneMoment[] {
  return lanes.map((lane) => {
    const slice = sliceAt(lane, event)
    const told = lastAtMost(lane.lineEvents, event)
    const isOn = slice?.state === 'running' || slice?.state === 'blocking'
    return {
      lane,
      slice,
      line: slice && slice.state !== 'unknown' ? lane.lines[told] ?? null : null,
      isLineOld: isOn && event >= silence && told >= 0 && lane.lineEvents[told]! < event,
    }
  })
}
