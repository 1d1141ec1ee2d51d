/** What views ask of lanes: a trace as lanes of one kind, and in words whatever is asked of them. */
import { laneAxis, type Axis, type AxisKind } from './laneAxis.ts'
import { threadCaption, untold } from './laneCaption.ts'
import { momentAt, sliceAt, type Lane, type LaneMoment, type Lanes } from './lanes.ts'
import { doing, laneName, laneShort, momentWords, nameParts, sliceWords, type LaneKind } from './laneWords.ts'
import { processLanes } from './processLanes.ts'
import { processCaption, ProcessWords } from './processWords.ts'
import { taskCaption, taskLanes } from './taskLanes.ts'
import { threadLanes } from './threadLanes.ts'
import type { Trace } from '../trace.ts'
import { shortened, timeWords, TraceWords } from '../traceWords.ts'

/** Events that the lanes' states do not tell by themselves. */
const told = new Set(['start', 'end', 'raise', 'print', 'acquire', 'release', 'put', 'get', 'submit', 'settle', 'done', 'spawn', 'stage', 'pickled', 'send', 'receive', 'exit', 'cut'])

/** A mark is pointed at from so near, as a part of what is seen. */
const reach = 0.006

/** The parts of a trace that make lanes of a kind; a new kind is a new row. */
const makers: Record<LaneKind, (trace: Trace) => { lanes: Lanes, words: TraceWords, caption: string, processes: number }> = {
  threads(trace) {
    const [lanes, words] = [threadLanes(trace), new TraceWords(trace)]
    return { lanes, words, caption: threadCaption(lanes, words), processes: 1 }
  },
  tasks(trace) {
    const lanes = taskLanes(trace)
    return { lanes, words: new TraceWords(trace), caption: taskCaption(lanes), processes: 1 }
  },
  processes(trace) {
    const lanes = processLanes(trace)
    return { lanes, words: new ProcessWords(trace, lanes), caption: processCaption(lanes), processes: lanes.laneOfProcess.size }
  },
}

export class LaneStory {
  readonly kind: LaneKind
  readonly lanes: Lanes
  /** What the run shows, in a sentence. */
  readonly caption: string
  /** How many processes have a lane, the first among them. */
  readonly processes: number
  /** What the picture does not tell of the run; empty where it tells all. */
  readonly untold: string
  readonly #words: TraceWords

  constructor(trace: Trace, kind: LaneKind) {
    const { lanes, words, caption, processes } = makers[kind](trace)
    this.kind = kind
    this.lanes = lanes
    this.caption = caption
    this.processes = processes
    this.untold = untold(lanes)
    this.#words = words
  }

  /** Where each event stands from left to right. */
  axis(kind: AxisKind): Axis {
    return laneAxis(this.lanes, kind)
  }

  /** What each lane is doing right after an event. */
  moments(event: number): LaneMoment[] {
    return momentAt(this.lanes, event)
  }

  /** The lane that has the one GIL after an event, where there is one for all. */
  holder(event: number): Lane | undefined {
    return this.kind === 'threads' ? this.lanes.lanes.find(lane => sliceAt(lane, event)?.state === 'running') : undefined
  }

  /** An event as a row of a table. */
  row(event: number): { time: string, who: string, line: number | '', what: string } {
    const found = this.lanes.events[event]!
    return { time: timeWords(found.time), who: this.#words.who(found), line: found.line ?? '', what: this.#words.event(found) }
  }

  /** An event and what everybody does then, or the lane at the place `chosen` alone. */
  at(event: number, chosen: number | null): string {
    const found = this.lanes.events[event]
    if (!found) return ''
    const moments = this.moments(event)
    const who = chosen === null ? null : moments[chosen]
    const what = !who ? momentWords(moments, this.kind, this.#words)
      : who.slice ? sliceWords(this.lanes, who, this.kind, this.#words) : `${laneShort(who.lane, this.kind)} has not begun, or has ended`
    return [timeWords(found.time), told.has(found.kind) ? this.#words.short(found) : '', what].filter(Boolean).join(' · ')
  }

  /** What is at a position of an axis in a lane: the mark that is near, else what the lane is doing; `seen` is how much of the axis is seen. */
  pointedAt(place: number, position: number, axis: Axis, seen: number): string {
    const lane = this.lanes.lanes[place]
    if (!lane) return ''
    const near = lane.marks.find(mark => Math.abs(axis.positions[mark.event]! - position) < reach * seen)
    if (near) return `${timeWords(this.lanes.events[near.event]!.time)}: ${this.#words.short(this.lanes.events[near.event]!)}`
    return sliceWords(this.lanes, momentAt({ ...this.lanes, lanes: [lane] }, axis.eventAt(position))[0]!, this.kind, this.#words)
  }

  /** What a lane is doing, for instance `A waits for balance_lock`; only where it is doing something. */
  doing({ lane, slice }: LaneMoment): string {
    return `${laneShort(lane, this.kind)} ${doing(slice!, this.kind, this.#words)}`
  }

  /** The name beside a lane, in two parts, of which the first may be cut. */
  name(lane: Lane): [head: string, tail: string] {
    return nameParts(laneName(lane, this.kind))
  }

  /** The name of an object of the trace, in so many letters. */
  object(number: number, letters: number): string {
    return shortened(this.#words.object(number), letters)
  }
}
