/** What an author says of a search: how to look for a bad schedule, and for what. */
import type { ExploreOptions, RunRequest } from './protocol.ts'

export interface Look extends Omit<ExploreOptions, 'replay'> {
  seed: number
  /** `deadlock`, the name of an exception, or a Python expression on the program's globals at its end; null for any failure. */
  goal: string | null
}

/** A search for a bad schedule, or of one that is known by its id. */
export function searchRequest(file: string, source: string, look: Look, replay: string | null = null): RunRequest {
  const { seed, strategy, schedules, depth, preemptions } = look
  return { file, source, seed, explore: { strategy, schedules, depth, preemptions, replay } }
}
