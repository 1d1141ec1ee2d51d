/** What the audience's windows get to know of a run in the presenter's window. */
import type { OutputChunk } from '../runtime/index.ts'
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
}

export interface SharedRuns {
  /** By snippet; null after a Reset. */
  runs: Record<string, SharedRun | null>
  /** Counted up to send everything once more. */
  beat: number
}

/** Characters of output that are sent along; a projector shows less than that. */
export const sharedOutputLength = 20_000
