/** Lanes as they are written, event by event. */
import type { Hold, Lane, Lanes, LaneState, Mark, MarkKind, Slice } from './lanes.ts'
import { limits } from '../../limits.ts'
import type { TraceEvent } from '../trace.ts'

/** A lane that is written event by event. */
export class LaneWriter implements Lane {
  readonly id: number
  readonly order: number
  readonly letter: string
  readonly name: string
  readonly slices: Slice[] = []
  readonly marks: Mark[] = []
  readonly holds: Hold[] = []
  readonly lines: number[] = []
  readonly lineEvents: number[] = []
  #open: Slice | null = null

  constructor({ id, order, letter, name }: Pick<Lane, 'id' | 'order' | 'letter' | 'name'>) {
    this.id = id
    this.order = order
    this.letter = letter
    this.name = name
  }

  get open(): Slice | null {
    return this.#open
  }

  at(event: number, line: number | null): void {
    if (line === null) return
    this.lines.push(line)
    this.lineEvents.push(event)
    if (this.#open) this.#open.line ??= line
  }

  /** From `event` on it does something else. */
  change(event: number, state: LaneState, because: TraceEvent['kind'], object: number | null = null, through: string | null = null): Slice {
    this.close(event, because)
    this.#open = { from: event, to: -1, state, line: this.lines.at(-1) ?? null, object, through, ended: null }
    return this.#open
  }

  close(event: number, because: TraceEvent['kind'] | null): void {
    if (!this.#open) return
    this.#open.to = event
    this.#open.ended = because
    this.slices.push(this.#open)
    this.#open = null
  }

  mark(event: number, kind: MarkKind): void {
    this.marks.push({ event, kind })
  }
}

/** Lanes to the end of the run, with what can be said of them as a whole. */
export function finished(lanes: Omit<Lanes, 'lanes' | 'known' | 'silence'> & { lanes: LaneWriter[] }): Lanes {
  const { events } = lanes
  for (const lane of lanes.lanes) lane.close(events.length, null)
  return { ...lanes, known: knownIn(events, lanes.lanes), silence: silenceIn(events) }
}

/** The event from which on lines may go untold, since one was told as often as any is; their number where none was. */
function silenceIn(events: readonly TraceEvent[]): number {
  const visits = new Map<number, number>()
  let lines = 0
  const first = events.findIndex(({ kind, line }) => {
    if (kind !== 'line' || line === null) return false
    visits.set(line, (visits.get(line) ?? 0) + 1)
    return ++lines >= limits.tracedLines || visits.get(line)! >= limits.tracedVisits
  })
  return first < 0 ? events.length : first
}

/** The event from which on nothing is told of any lane but that it is started; null where somebody tells to the end, or all have ended. */
function knownIn(events: readonly TraceEvent[], lanes: readonly Lane[]): number | null {
  const last = lanes.map(({ slices }) => slices.at(-1)).filter(slice => slice?.ended === null)
  if (last.length === 0 || last.some(slice => slice!.state !== 'unknown')) return null
  return events.findLastIndex(({ kind }) => kind !== 'start' && kind !== 'spawn')
}
