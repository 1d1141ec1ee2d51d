/** What lanes of processes show, as words: who did what, and the finding in one sentence. */
import { listed, secondsBetween } from './laneCaption.ts'
import type { Lane, Lanes, LaneState } from './lanes.ts'
import type { ProcessLanes } from './processLanes.ts'
import type { Trace, TraceEvent } from '../trace.ts'
import { byteWords, shortened, timeWords, TraceWords } from '../traceWords.ts'

/** Speaks of processes by the letters of their lanes. */
export class ProcessWords extends TraceWords {
  readonly #lanes: ProcessLanes

  constructor(trace: Trace, lanes: ProcessLanes) {
    super(trace)
    this.#lanes = lanes
  }

  override who(event: TraceEvent): string {
    const process = this.#lanes.processOf.get(event) ?? 0
    const lane = this.#lanes.lanes[this.#lanes.laneOfProcess.get(process) ?? -1]
    return event.kind === 'cut' && process === 0 ? 'Main' : process === 0 || !lane ? super.who(event) : `${lane.letter} (${shortened(lane.name, 30)})`
  }

  override process(id: number): string {
    const lane = this.#lanes.lanes[this.#lanes.laneOfProcess.get(id) ?? -1]
    return lane && lane.order > 0 ? lane.letter : id === 0 ? 'a process' : 'Main'
  }
}

/** What there is to say of start-up, of work side by side and of bytes, by the run's own figures. */
export function processCaption(lanes: ProcessLanes): string {
  const processes = [...lanes.laneOfProcess].filter(([process]) => process !== 0).map(([, order]) => lanes.lanes[order]!)
  const threads = lanes.lanes.filter(lane => lane.order > 0 && !processes.includes(lane))
  const ofThreads = threadTurns(lanes, threads) ?? atOnce(lanes, threads)
  if (processes.length === 0) return ofThreads === null ? 'One process, and no other was started.' : `${ofThreads}; no other process was started.`
  const ofProcesses = atOnce(lanes, processes)
  const start = timeWords(Math.max(...processes.map(lane => secondsIn(lanes, lane, ['starting']))))
  const bytes = lanes.messages.reduce((sum, message) => sum + message.bytes, 0)
  const pickled = lanes.lanes.reduce((sum, lane) => sum + secondsIn(lanes, lane, ['pickling']), 0)
  return [
    ofThreads && `${ofThreads}.`,
    ofProcesses ? `${ofProcesses}, after a start of ${start}.` : `${listed(processes.map(lane => lane.letter))} took ${start} to start.`,
    bytes > manyBytes && `${byteWords(bytes)} were sent; pickling took ${timeWords(pickled)}.`,
  ].filter(Boolean).join(' ')
}

/** What makes pickling worth a word. */
const manyBytes = 100_000

/** `P1 and P2 ran at the same time for 400 ms`, or slept where they did that for longer; null where at most one did anything. */
function atOnce(lanes: Lanes, some: readonly Lane[]): string | null {
  const [ran, slept] = [secondsTogether(lanes, some, 'running'), secondsTogether(lanes, some, 'sleep')]
  if (ran + slept === 0) return null
  return `${listed(some.map(lane => lane.letter))} ${slept > ran ? 'slept' : 'ran'} at the same time for ${timeWords(Math.max(ran, slept))}`
}

/** `A and B took turns for 1.9 s`: from their first moment to their last. */
function threadTurns(lanes: Lanes, threads: readonly Lane[]): string | null {
  const competing = threads.filter(lane => lane.slices.some(slice => slice.state === 'ready' && slice.ended === 'run' && secondsBetween(lanes, slice.from, slice.to) > 0.001))
  if (competing.length < 2) return null
  const from = Math.min(...competing.map(lane => lane.slices[0]!.from))
  const to = Math.max(...competing.map(lane => lane.slices.findLast(slice => slice.state === 'running')?.to ?? 0))
  return `${listed(competing.map(lane => lane.letter))} took turns for ${timeWords(secondsBetween(lanes, from, to))}`
}

function secondsIn(lanes: Lanes, lane: Lane, states: readonly LaneState[]): number {
  return lane.slices.filter(slice => states.includes(slice.state)).reduce((sum, slice) => sum + secondsBetween(lanes, slice.from, slice.to), 0)
}

/** Seconds during which two or more of the lanes were in a state. */
function secondsTogether(lanes: Lanes, some: readonly Lane[], state: LaneState): number {
  const changes = some.flatMap(lane => lane.slices.filter(slice => slice.state === state))
    .flatMap(slice => [{ at: slice.from, by: 1 }, { at: slice.to, by: -1 }])
    .sort((one, other) => one.at - other.at || one.by - other.by)
  let running = 0
  let sum = 0
  for (const [index, { at, by }] of changes.entries()) {
    if (index > 0 && running >= 2) sum += secondsBetween(lanes, changes[index - 1]!.at, at)
    running += by
  }
  return sum
}
