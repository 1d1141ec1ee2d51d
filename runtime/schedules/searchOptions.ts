/** What an author says of a search: how to look for a bad schedule, and for what. */
import type { Switching } from './play.ts'
import type { ExploreOptions } from './exploration.ts'
import type { RunRequest } from '../border/protocol.ts'

export interface SearchOptions extends Pick<ExploreOptions, 'strategy' | 'schedules' | 'depth' | 'preemptions'> {
  seed: number
  /** Where threads may be switched. */
  switch: Switching
  /** `deadlock`, the name of an exception, or a Python expression on the program's globals at its end; null for any failure. */
  goal: string | null
}

/** A search for a bad schedule, or of one that is known by its id. */
export function searchRequest(file: string, source: string, look: SearchOptions, replay: string | null = null): RunRequest {
  const { seed, ...how } = look
  return { file, source, seed, explore: { ...how, replay } }
}

/** Counts how all schedules end. */
export function countRequest(file: string, source: string, look: SearchOptions): RunRequest {
  const { seed, ...how } = look
  return { file, source, seed, explore: { ...how, replay: null, count: true } }
}
