/** What the audience's windows get to know of a run in the presenter's window. */
import type { Finding, OutputChunk, WireEvent, WireScene } from '../runtime/index.ts'
import type { Cut, RunPhase } from './useCellRun.ts'

export interface SharedRun {
  /** Tells one run from the next. */
  id: string
  source: string
  phase: RunPhase
  /** The last part of the output. */
  output: OutputChunk[]
  cut: Cut | null
  /** What `input()` asks, where it waits. */
  prompt: string | null
  /** What happened in it, when it is over; null where that is not known, or too much to send. */
  trace: WireEvent[] | null
  /** What its objects were like, on the same terms. */
  scenes: WireScene[] | null
  /** What a look at its memory found, likewise. */
  findings: Finding[] | null
}

export interface SharedRuns {
  /** By snippet; null after a Reset. */
  runs: Record<string, SharedRun | null>
  /** Counted up to send everything once more. */
  beat: number
}

/** Characters of output that are sent along; a projector shows less than that. */
export const sharedOutputLength = 20_000

/** Events of a trace that are sent along; a longer one is not sent at all. */
export const sharedTraceLength = 3_000

/** Scenes of objects that are sent along, on the same terms. */
export const sharedSceneLength = 200
/** Findings that are sent along. */
export const sharedFindingsLength = 1_000
